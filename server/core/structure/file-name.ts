import { NUMBER, numberOf } from './numbers.ts';

const PATTERNS: readonly RegExp[] = [
  /(?<![a-z\d])s(?<season>\d{1,3})[ ._-]*e(?:p[ ._-]?)?(?<number>\d{1,4})(?!\d)/i,
  /(?<![a-z\d])(?:season|series)[ ._-]*(?<season>\d{1,3})[ ,._-]+(?:episode|ep)[ ._-]*(?<number>\d{1,4})(?!\d)/i,
  /(?<![a-z\d])(?<season>\d{1,2})x(?<number>\d{2,3})(?![a-z\d])/i,
  /(?<![a-z\d])(?:episode|ep)[ ._-]*(?<number>\d{1,4})(?!\d)/i,
  new RegExp(`(?<![a-z\\d])episode[ ._-]+(?<number>${NUMBER})(?![a-z\\d])`, 'i'),
  /(?<![a-z\d])e(?<number>\d{1,4})(?![a-z\d])/i,
];

/** The episode that a file's name says: `s02e05`, `e05`, `ep5`, `episode-5.treatment.md`, `Episode 5 - Low Water.fountain`. */
export function episodeOfFileName(name: string): { number: number; season?: number } | undefined {
  const stem = name.replace(/(?<=.)(?:\.[a-z][a-z\d]*){1,3}$/i, '');
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(stem)?.groups;
    const number = groups ? numberOf(groups.number!) : undefined;
    if (groups && number !== undefined) {
      return groups.season === undefined ? { number } : { number, season: Number(groups.season) };
    }
  }
  return undefined;
}
