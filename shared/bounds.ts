// How much of anything a board may hold. Text lengths count code points.

export const BOUNDS = {
  title: 120,
  question: 500,
  name: 80,
  memberName: 60,
  summary: 300,
  description: 500,
  scaleEnd: 60,
  url: 500,
  factLabel: 60,
  factValue: 200,
  note: 4000,
  prompt: 500,
  reason: 500,
  decisionSummary: 4000,
  options: 100,
  criteria: 40,
  factsPerOption: 30,
  members: 10_000,
  notes: 5000,
  /** Of one member, in one round. */
  heldNotes: 50,
  rounds: 500,
  roundSeconds: 7 * 24 * 3600,
  closeNotice: 60,
  dots: 100,
  agendaItems: 40,
  agendaMinutes: 480,
  timerSeconds: 24 * 3600,
} as const;

/** The `BOUNDS` that a server may be told to lower or raise. */
export interface BoardLimits {
  readonly members: number;
  readonly options: number;
  readonly criteria: number;
  readonly notes: number;
  readonly rounds: number;
}

export const DEFAULT_BOARD_LIMITS: BoardLimits = BOUNDS;
