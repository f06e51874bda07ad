#!/usr/bin/env node
// The palabre program: builds what is missing, then runs what was built.
import { ensureBuilt } from '../scripts/ensure-built.mjs';

ensureBuilt();
await import('../dist/server/palabre.js');
