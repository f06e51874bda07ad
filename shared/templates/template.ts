// Owns the shape of a starter board: what a board may begin with, as plain data in one language.
import type { Fact, NoteKind, Target } from '../board/board.ts';

export interface TemplateOption {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly url?: string;
  readonly facts: readonly Fact[];
}

/** `low` and `high` say in a word or two what the scores 0 and 5 mean; `weight` is a whole number from 0 to 100. */
export interface TemplateCriterion {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly low: string;
  readonly high: string;
  readonly weight: number;
  readonly mustHave?: number;
}

/** A reply names its `parent`, which stands before it in the list, on the same target, and is no reply itself. */
export interface TemplateNote {
  readonly id: string;
  readonly target: Target;
  readonly kind: NoteKind;
  readonly text: string;
  readonly parent?: string;
}

/** Options, criteria and notes are in display order. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly options: readonly TemplateOption[];
  readonly criteria: readonly TemplateCriterion[];
  readonly notes: readonly TemplateNote[];
}
