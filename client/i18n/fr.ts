// The French of the page: every file in ./fr is one area and is merged by being there.
import type { StrResult } from '@lit/localize/internal/str-tag.js';

type Texts = Readonly<Record<string, string | StrResult>>;

const areas = import.meta.glob<Record<string, Texts>>('./fr/*.ts', { eager: true });

export const templates: Record<string, string | StrResult> = Object.assign(
  {},
  ...Object.values(areas).flatMap((area) => Object.values(area)),
);
