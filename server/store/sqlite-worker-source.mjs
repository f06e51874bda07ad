// Starts the database thread from source: a thread does not inherit how the main thread reads .ts files.
import { register } from 'tsx/esm/api';

register();
await import('./sqlite-worker.ts');
