import type { ScenePart, SceneSetting } from '../structure/file-structure.ts';
import { settingOf } from '../structure/setting.ts';
import type { Study, StudyPlace } from '../study/study.ts';

/** A place by which scenes are counted. */
export interface Place {
  readonly key: string;
  readonly name: string;
}

/**
 * Finds the place of each scene of an episode. Rooms of one building are one place where headings name the building first
 * (`HOUSE - KITCHEN`), or where a place of the study goes by all of their names.
 */
export class PlaceFinder {
  readonly #kind: 'script' | 'treatment';
  readonly #named: readonly { readonly name: string; readonly place: StudyPlace }[];
  #last: Place | undefined;

  constructor(kind: 'script' | 'treatment', study: Study | undefined) {
    this.#kind = kind;
    this.#named = (study?.places ?? [])
      .flatMap((place) => [place.name, ...place.aliases].map((name) => ({ name: plain(name), place })))
      .filter(({ name }) => name !== '')
      .sort((a, b) => b.name.length - a.name.length);
  }

  /** Scenes are asked for in order. Undefined where the heading names no place. */
  of(scene: ScenePart): Place | undefined {
    const place = this.#kind === 'script' ? this.#ofHeading(scene) : this.#ofTitle(scene.title);
    this.#last = place;
    return place;
  }

  /** A forced heading that is all time (`.LATER`) stays where it was. */
  #ofHeading({ setting, title }: ScenePart): Place | undefined {
    if (!setting) return undefined;
    if (setting.prefix === '' && isAllTime(title)) return this.#last;
    return this.#ofSetting(setting);
  }

  /** The heading of a treatment's scene names a place where the study knows it, or where it is in the form of a script's. */
  #ofTitle(title: string): Place | undefined {
    if (title === '') return undefined;
    const said = ` ${plain(title)} `;
    const found = this.#named.find(({ name }) => said.includes(` ${name} `));
    if (found) return ofStudy(found.place);
    const setting = settingOf(title);
    return setting.prefix !== '' || setting.time !== undefined ? this.#ofSetting(setting) : undefined;
  }

  #ofSetting(setting: SceneSetting): Place | undefined {
    const [building, ...rooms] = setting.rooms;
    if (building === undefined) return undefined;
    for (const name of [setting.place, building, ...rooms]) {
      const found = this.#named.find((one) => one.name === plain(name));
      if (found) return ofStudy(found.place);
    }
    return { key: plain(building), name: building };
  }
}

function ofStudy({ id, name }: StudyPlace): Place {
  return { key: `#${id}`, name };
}

/** Whether a heading says nothing but when: as it would after the name of a place, `X - LATER`. */
export function isAllTime(heading: string): boolean {
  return settingOf(`X - ${heading}`).rooms.length === 1;
}

/** For comparing: in lower case, without articles at the beginning, without punctuation. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) (?=.)/, '');
}
