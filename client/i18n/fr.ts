// The French that a first visit needs: every file in ./fr is one area and is merged by being there.
import { type Area, type Texts, textsOf } from './typeset.ts';

export const templates: Texts = textsOf(import.meta.glob<Area>('./fr/*.ts', { eager: true }));
