// Makes files of a picture: SVG as it is, PNG through a canvas. Nothing leaves the browser.
import type { Picture } from './frame.ts';
import { type Measure, PICTURE_FONTS } from './pen.ts';

export const svgBlob = ({ svg }: Picture): Blob => new Blob([svg], { type: 'image/svg+xml' });

/** Browsers draw no larger canvas than this, whatever is asked. */
const MOST_PIXELS = 16_000_000;

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

/** `scale`: pixels for each unit of the picture; less where that would be too many. */
export async function pngBlob(picture: Picture, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(picture));
  try {
    const image = await loaded(address);
    const by = Math.min(scale, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * by);
    canvas.height = Math.round(picture.height * by);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('no picture came of the canvas')) : resolve(blob)),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Measures with the fonts that the picture will be drawn with here. */
export function canvasMeasure(otherwise: Measure): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return otherwise;
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${PICTURE_FONTS}`;
    // A little more, for who looks at the file with other fonts.
    return context.measureText(text).width * 1.04;
  };
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  queueMicrotask(() => URL.revokeObjectURL(address));
}

/** The promise is handed over unresolved, so that the browser still sees the press behind it. */
export const copyPng = (png: Promise<Blob>): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
