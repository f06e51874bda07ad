// The colours of pictures, written out because a picture leaves the page; a test holds them to the page's own.

export type PictureTheme = 'light' | 'dark';

export interface PictureColours {
  readonly paper: string;
  readonly surface: string;
  readonly hairline: string;
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  readonly grey: string;
  readonly warning: string;
  /** In the order of a board's options. */
  readonly options: readonly string[];
}

export const PICTURE_THEMES: Readonly<Record<PictureTheme, PictureColours>> = {
  light: {
    paper: '#faf8f3',
    surface: '#fffefb',
    hairline: '#e4ddcf',
    ink: '#1d1b16',
    ink2: '#625d52',
    accent: '#0d5f52',
    grey: '#8d8675',
    warning: '#7c560c',
    options: [
      '#0d45a5',
      '#c17b77',
      '#6793ab',
      '#2f3b15',
      '#8c9108',
      '#600149',
      '#8462c8',
      '#7f6f47',
      '#c64882',
      '#6b4142',
      '#984201',
      '#107d7c',
    ],
  },
  dark: {
    paper: '#171510',
    surface: '#1f1c16',
    hairline: '#383329',
    ink: '#f6f2e8',
    ink2: '#c4bdad',
    accent: '#6fcdb5',
    grey: '#8d8675',
    warning: '#e8bf62',
    options: [
      '#4c71dd',
      '#fccabd',
      '#7ac6de',
      '#717a4e',
      '#d7f263',
      '#a75e7f',
      '#b68bfe',
      '#beb179',
      '#ff7ebb',
      '#b9877f',
      '#d96700',
      '#62fdf2',
    ],
  },
};
