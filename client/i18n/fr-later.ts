// The French of parts that are fetched when they are asked for: every file in ./fr-later is one area.
import { type Area, type Texts, textsOf } from './typeset.ts';

export const templates: Texts = textsOf(import.meta.glob<Area>('./fr-later/*.ts', { eager: true }));
