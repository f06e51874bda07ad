import { expect, test } from 'vitest';
import { onceAFrame } from '../../client/pages/once-a-frame.ts';

function screen() {
  const waiting: (() => void)[] = [];
  let drawn = 0;
  const draw = onceAFrame(
    () => (drawn += 1),
    (callback) => waiting.push(callback),
  );
  const paint = () => {
    for (const callback of waiting.splice(0)) callback();
  };
  return { draw, paint, drawn: () => drawn, isIdle: () => waiting.length === 0 };
}

test('the first change is drawn at once', () => {
  const { draw, drawn } = screen();
  draw();
  expect(drawn()).toBe(1);
});

test('a thousand changes within a frame are one more drawing, in the next frame', () => {
  const { draw, paint, drawn } = screen();
  for (let change = 0; change < 1000; change += 1) draw();
  expect(drawn()).toBe(1);
  paint();
  expect(drawn()).toBe(2);
});

test('when nothing changes any more, nothing is drawn and no frame is asked for', () => {
  const { draw, paint, drawn, isIdle } = screen();
  draw();
  draw();
  paint();
  paint();
  expect({ drawn: drawn(), isIdle: isIdle() }).toEqual({ drawn: 2, isIdle: true });
});
