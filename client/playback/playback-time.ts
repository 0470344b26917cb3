/** Times of a film or recording: whole seconds from its beginning, written `41:30` or `1:02:03`. */

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/;
const WORDS = /^(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*m(?:in)?)?\s*(?:(\d{1,5})\s*s)?$/;

/** `41:30`, `1:02:03`, `90s`, `12m`, `1h 2m 3s`; undefined for anything else. */
export function parsePlaybackTime(text: string): number | undefined {
  const written = text.trim().toLowerCase();
  const clock = CLOCK.exec(written);
  if (clock) {
    const [hours, minutes, seconds] = [clock[1] ?? '0', clock[2]!, clock[3]!].map(Number) as [number, number, number];
    const isClock = seconds < 60 && (clock[1] === undefined || (minutes < 60 && clock[2]!.length === 2));
    return isClock ? hours * 3600 + minutes * 60 + seconds : undefined;
  }
  const words = WORDS.exec(written);
  if (!words || written === '') return undefined;
  const [hours, minutes, seconds] = words.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return hours * 3600 + minutes * 60 + seconds;
}

export function formatPlaybackTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number): string => String(part).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
