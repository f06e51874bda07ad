// Texts as they are searched: small letters without accents.
export const plainText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export const plainWords = (text: string): readonly string[] => plainText(text).split(/\s+/u).filter(Boolean);
