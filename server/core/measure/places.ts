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
  readonly #places: StudyPlaces;
  #last: Place | undefined;

  constructor(kind: 'script' | 'treatment', study: Study | undefined) {
    this.#kind = kind;
    this.#places = placesOf(study);
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
    return this.#places.ofSetting(setting);
  }

  /** The heading of a treatment's scene names a place where the study knows it, or where it is in the form of a script's. */
  #ofTitle(title: string): Place | undefined {
    if (title === '') return undefined;
    const found = this.#places.named(title);
    if (found) return found;
    const setting = settingOf(title);
    return setting.prefix !== '' || setting.time !== undefined ? this.#places.ofSetting(setting) : undefined;
  }
}

/** The places of a study by their names. */
class StudyPlaces {
  readonly #named: readonly { readonly name: string; readonly place: StudyPlace }[];
  /** Headings that an edit leaves alone keep their settings. */
  readonly #known = new WeakMap<SceneSetting, { readonly place: Place | undefined }>();

  constructor(study: Study | undefined) {
    this.#named = (study?.places ?? [])
      .flatMap((place) => [place.name, ...place.aliases].map((name) => ({ name: plain(name), place })))
      .filter(({ name }) => name !== '')
      .sort((a, b) => b.name.length - a.name.length);
  }

  /** The one with the longest name that a text has in it. */
  named(text: string): Place | undefined {
    const said = ` ${plain(text)} `;
    const found = this.#named.find(({ name }) => said.includes(` ${name} `));
    return found && ofStudy(found.place);
  }

  ofSetting(setting: SceneSetting): Place | undefined {
    let known = this.#known.get(setting);
    if (!known) {
      known = { place: this.#find(setting) };
      this.#known.set(setting, known);
    }
    return known.place;
  }

  #find(setting: SceneSetting): Place | undefined {
    const [building, ...rooms] = setting.rooms;
    if (building === undefined) return undefined;
    for (const name of [setting.place, building, ...rooms]) {
      const found = this.#named.find((one) => one.name === plain(name));
      if (found) return ofStudy(found.place);
    }
    return { key: plain(building), name: building };
  }
}

const made = new WeakMap<Study, StudyPlaces>();
const noPlaces = new StudyPlaces(undefined);

function placesOf(study: Study | undefined): StudyPlaces {
  if (!study) return noPlaces;
  let places = made.get(study);
  if (!places) {
    places = new StudyPlaces(study);
    made.set(study, places);
  }
  return places;
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
