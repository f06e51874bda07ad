// Plays a meeting: how long each moment stands, and which one comes next.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Timeline } from './timeline.ts';

/** How long an event stands, in ms, at speed 1. */
const EVENT = 900;
const TOTALS = 150;
/** Of the totals between two events no more than these are shown one after another. */
const MOST_TOTALS = 80;

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

const motionIsWelcome = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The moment after this one. Where motion is not welcome, totals do not run: the last ones before an event stand for all. */
export function nextMoment(timeline: Timeline, index: number, inMotion: boolean): number {
  const left = timeline.untilEvent(index);
  if (left === 0) return index + 1;
  const stride = inMotion ? Math.ceil(timeline.between(index) / MOST_TOTALS) : left;
  return index + Math.min(left, stride);
}

interface Played {
  readonly timeline: () => Timeline | undefined;
  readonly at: () => number;
  readonly go: (index: number) => void;
}

export class Playing implements ReactiveController {
  speed: Speed = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #played: Played;

  constructor(host: ReactiveControllerHost, played: Played) {
    this.#host = host;
    this.#played = played;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#host.requestUpdate();
  }

  /** From the beginning where the end has been reached. */
  start(): void {
    const { timeline, at, go } = this.#played;
    const line = timeline();
    if (line === undefined) return;
    if (at() >= line.last) go(0);
    this.#wait(line);
    this.#host.requestUpdate();
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.#host.requestUpdate();
  }

  #wait(line: Timeline): void {
    const inMotion = motionIsWelcome();
    const next = nextMoment(line, this.#played.at(), inMotion);
    const isTotals = inMotion && line.moments[next]?.totals !== undefined;
    this.#timer = setTimeout(() => this.#step(next), (isTotals ? TOTALS : EVENT) / this.speed);
  }

  #step(next: number): void {
    this.#played.go(next);
    const line = this.#played.timeline();
    if (line === undefined || next >= line.last) this.stop();
    else this.#wait(line);
  }
}
