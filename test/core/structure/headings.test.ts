import { describe, expect, it } from 'vitest';
import { episodeOfFileName } from '../../../server/core/structure/file-name.ts';
import { actHeading, episodeHeading, seasonHeading } from '../../../server/core/structure/headings.ts';
import { settingOf } from '../../../server/core/structure/setting.ts';

describe('an episode heading', () => {
  it.each([
    ['Episode 5', { number: 5 }],
    ['EPISODE 05', { number: 5 }],
    ['Ep. 5', { number: 5 }],
    ['Ep 5: Low Water', { number: 5, title: 'Low Water' }],
    ['Episode Five — “Low Water”', { number: 5, title: 'Low Water' }],
    ['Episode 5 - 24 hours', { number: 5, title: '24 hours' }],
    ['Episode 5 "Low Water"', { number: 5, title: 'Low Water' }],
    ['Episode 5. Low Water', { number: 5, title: 'Low Water' }],
    ['Episode IV', { number: 4 }],
    ['Episode 5 (second draft)', { number: 5 }],
    ['**Episode 5**', { number: 5 }],
    ['Season 2, Episode 5: Low Water', { number: 5, season: 2, title: 'Low Water' }],
    ['S02E05 – Low Water', { number: 5, season: 2, title: 'Low Water' }],
  ])('%s', (text, expected) => expect(episodeHeading(text)).toEqual(expected));

  it.each(['Episode', 'Episodes 5', 'Episode 5-6', 'Episode 5 in the hospital', 'Epilogue 5', 'The Episode 5'])(
    'not: %s',
    (text) => expect(episodeHeading(text)).toBeUndefined(),
  );
});

describe('an act heading', () => {
  it.each([
    ['Act One', { kind: 'act', number: 1, ends: false }],
    ['ACT 1', { kind: 'act', number: 1, ends: false }],
    ['Act I', { kind: 'act', number: 1, ends: false }],
    ['ACT FOUR: The Playdate', { kind: 'act', number: 4, ends: false }],
    ["ACT FOUR (CONT'D)", { kind: 'act', number: 4, ends: false }],
    ['END OF ACT ONE', { kind: 'act', number: 1, ends: true }],
    ['END TEASER', { kind: 'teaser', ends: true }],
    ['Cold Open', { kind: 'teaser', ends: false }],
    ['_Prologue_', { kind: 'prologue', ends: false }],
    ['Coda – the bridge', { kind: 'coda', ends: false }],
  ])('%s', (text, expected) => expect(actHeading(text)).toEqual(expected));

  it.each([
    'Act',
    'Action',
    'Acting One',
    'Act One-Off',
    'act i',
    'Tag-team match',
    'Teaser trailer',
    'Act 1, Scene 2',
  ])('not: %s', (text) => expect(actHeading(text)).toBeUndefined());

  it('is looked for in no more than a heading', () => {
    for (const unit of ['*', '_', 'a_', ' ', '(', 'Act ', '-']) actHeading(`Act One ${unit.repeat(200_000)}x`);
  });
});

describe('a heading in another language', () => {
  it.each([
    ['Folge 1', { number: 1 }],
    ['FOLGE 05: Ebbe', { number: 5, title: 'Ebbe' }],
    ['Folge Zwei – „Ebbe“', { number: 2, title: 'Ebbe' }],
    ['Dritte Folge', { number: 3 }],
    ['3. Folge', { number: 3 }],
    ['Episode eins', { number: 1 }],
    ['Staffel 2, Folge 5: Ebbe', { number: 5, season: 2, title: 'Ebbe' }],
    ['Episodio 1', { number: 1 }],
    ['Capítulo 3: La marea', { number: 3, title: 'La marea' }],
    ['CAPITULO IV', { number: 4 }],
    ['Primer episodio', { number: 1 }],
    ['Temporada 2, episodio 5', { number: 5, season: 2 }],
    ['Épisode 1', { number: 1 }],
    ['ÉPISODE DEUX : La marée', { number: 2, title: 'La marée' }],
    ['Deuxième épisode', { number: 2 }],
    ['Saison 2, épisode 5', { number: 5, season: 2 }],
  ])('of an episode: %s', (text, expected) => expect(episodeHeading(text)).toEqual(expected));

  const act = (number: number, ends = false) => ({ kind: 'act', number, ends });
  it.each([
    ['Akt 2', act(2)],
    ['AKT II', act(2)],
    ['Akt Zwei: der Fall', act(2)],
    ['Erster Akt', act(1)],
    ['Fünfter Akt – die Flut', act(5)],
    ['Zehnter Akt', act(10)],
    ['2. Akt', act(2)],
    ['Akt 2. Der Fall', act(2)],
    ['Ende Akt 1', act(1, true)],
    ['Ende des ersten Akts', act(1, true)],
    ['FUENFTER AKT', act(5)],
    ['Prolog', { kind: 'prologue', ends: false }],
    ['Ende des Teasers', { kind: 'teaser', ends: true }],
    ['Fin de la coda', { kind: 'coda', ends: true }],
    ['Fin del teaser', { kind: 'teaser', ends: true }],
    ['Fin du prologue', { kind: 'prologue', ends: true }],
    ['Epilog: der Hafen', { kind: 'epilogue', ends: false }],
    ['Acto 2', act(2)],
    ['Acto Dos: la caída', act(2)],
    ['Primer acto', act(1)],
    ['TERCER ACTO', act(3)],
    ['Acto segundo', act(2)],
    ['2º acto', act(2)],
    ['Fin del primer acto', act(1, true)],
    ['Prólogo', { kind: 'prologue', ends: false }],
    ['EPILOGO', { kind: 'epilogue', ends: false }],
    ['Acte 2', act(2)],
    ['Acte deux : la chute', act(2)],
    ['Premier acte', act(1)],
    ['Acte premier', act(1)],
    ['DIXIÈME ACTE', act(10)],
    ['2e acte', act(2)],
    ['1er acte', act(1)],
    ['Fin de l’acte 1', act(1, true)],
    ['Fin du deuxième acte', act(2, true)],
    ['Prégénérique', { kind: 'teaser', ends: false }],
    ['PRÉ-GÉNÉRIQUE', { kind: 'teaser', ends: false }],
    ['Épilogue', { kind: 'epilogue', ends: false }],
  ])('of an act: %s', (text, expected) => expect(actHeading(text)).toEqual(expected));

  it.each([
    ['Staffel 2', 2],
    ['Zweite Staffel', 2],
    ['Temporada dos', 2],
    ['Saison II', 2],
    ['Saison der Fische', undefined],
  ])('of a season: %s', (text, expected) => expect(seasonHeading(text)).toBe(expected));

  it.each([
    'Akt',
    'akt i',
    'Der Akt der Verzweiflung',
    'Akt eins bis drei',
    'Akt 2, Szene 1',
    'Akt 2-3',
    'Akten 2',
    'Aktion 2',
    'Ein Akt',
    'Zweiter Akt der Verzweiflung',
    '2. Akte',
    'Folge',
    'Folge mir',
    'Folge 5 im Krankenhaus',
    'Folgen 5',
    'Erste Folgen',
    'Prolog am Meer',
    'Ende',
    'Ende der Reise',
    'Acto seguido',
    'Acto seguido, dos hombres',
    'Acto de fe',
    'Actos 2',
    'Acto dos veces repetido',
    'Primer acto de guerra',
    'El acto',
    'Fin',
    'Capítulo cerrado',
    'Episodios 2',
    'Acte manqué',
    'Acte unique',
    'Acte de naissance',
    'Premier acte de bravoure',
    'Deux actes',
    'Épisode dépressif',
    'Fin de l’été',
  ])('not: %s', (text) => {
    expect(actHeading(text)).toBeUndefined();
    expect(episodeHeading(text)).toBeUndefined();
  });

  it('is looked for in no more than a heading', () => {
    for (const unit of ['Akt ', 'Fin de ', '1', '1. ', ' ', 'Staffel 1 ', 'é'])
      for (const read of [actHeading, episodeHeading, seasonHeading]) read(`Erster Akt ${unit.repeat(200_000)}x`);
  });
});

describe('a file name', () => {
  it.each([
    ['s02e05.fountain', { number: 5, season: 2 }],
    ['All Her Fault - S1 E3 - Low Water.fountain', { number: 3, season: 1 }],
    ['season-2-episode-11.treatment.md', { number: 11, season: 2 }],
    ['1x05.fountain', { number: 5, season: 1 }],
    ['e05.fountain', { number: 5 }],
    ['ep5', { number: 5 }],
    ['Ep. 7.fountain', { number: 7 }],
    ['episode-5.treatment.md', { number: 5 }],
    ['Episode 5 - x.fountain', { number: 5 }],
    ['episode_five.treatment', { number: 5 }],
  ])('%s', (name, expected) => expect(episodeOfFileName(name)).toEqual(expected));

  it.each(['scene5.fountain', 'draft2.fountain', 'the-long-table.fountain', 'Deep5.fountain', '.fountain', ''])(
    'not: %s',
    (name) => expect(episodeOfFileName(name)).toBeUndefined(),
  );
});

describe('a scene heading', () => {
  const parts = (heading: string) => {
    const { prefix, rooms, time } = settingOf(heading);
    return [prefix, rooms, time];
  };
  it.each([
    ['INT. HOUSE - KITCHEN - NIGHT', ['INT', ['HOUSE', 'KITCHEN'], 'NIGHT']],
    ['INT. HOUSE', ['INT', ['HOUSE'], undefined]],
    ['INT. HOUSE - KITCHEN', ['INT', ['HOUSE', 'KITCHEN'], undefined]],
    ['int house — night', ['INT', ['HOUSE'], 'NIGHT']],
    ['INT./EXT. CAR (MOVING) – DAY', ['INT/EXT', ['CAR'], 'DAY']],
    ['EXT/INT VAN - DAY', ['EXT/INT', ['VAN'], 'DAY']],
    ['I/E VAN - DAY', ['INT/EXT', ['VAN'], 'DAY']],
    ['EST. CITY - DAWN', ['EST', ['CITY'], 'DAWN']],
    ['EXT. PARK -- CONTINUOUS', ['EXT', ['PARK'], 'CONTINUOUS']],
    ['INT. HALL - NIGHT - LATER', ['INT', ['HALL'], 'NIGHT - LATER']],
    ['INT. HALL - MOMENTS LATER', ['INT', ['HALL'], 'MOMENTS LATER']],
    ['INT. HALL - THE NEXT MORNING', ['INT', ['HALL'], 'THE NEXT MORNING']],
    ['INT. HALL - DAY - MOVING', ['INT', ['HALL'], 'DAY - MOVING']],
    ['INT. HALL - NIGHT (1987)', ['INT', ['HALL'], 'NIGHT (1987)']],
    ['INT. HALL (NIGHT)', ['INT', ['HALL'], 'NIGHT']],
    ['INT. KITCHEN. NIGHT.', ['INT', ['KITCHEN'], 'NIGHT']],
    ['INT. KITCHEN, NIGHT', ['INT', ['KITCHEN'], 'NIGHT']],
    ["INT. ST. MARY'S - DAY", ['INT', ["ST. MARY'S"], 'DAY']],
    ['INT. DAY CARE - NIGHT NURSERY - DAY', ['INT', ['DAY CARE', 'NIGHT NURSERY'], 'DAY']],
    ['EXT. T-JUNCTION - NIGHT', ['EXT', ['T-JUNCTION'], 'NIGHT']],
    ['INT. HOTEL - ROOM 1408', ['INT', ['HOTEL', 'ROOM 1408'], undefined]],
    ['INT. HAUS - KÜCHE - NACHT', ['INT', ['HAUS', 'KÜCHE'], 'NACHT']],
    ['INT. KÜCHE - AM NÄCHSTEN MORGEN', ['INT', ['KÜCHE'], 'AM NÄCHSTEN MORGEN']],
    ['INT. MAISON - CUISINE - APRÈS-MIDI', ['INT', ['MAISON', 'CUISINE'], 'APRÈS-MIDI']],
    ['EXT. RUE - LE LENDEMAIN MATIN', ['EXT', ['RUE'], 'LE LENDEMAIN MATIN']],
    ['INT. CASA - COCINA - DÍA', ['INT', ['CASA', 'COCINA'], 'DÍA']],
    ['INT. CASA - MAS TARDE ESE DIA', ['INT', ['CASA', 'MAS TARDE ESE DIA'], undefined]],
    ['INT. CASA - MEDIODIA', ['INT', ['CASA'], 'MEDIODIA']],
    ['INT. CHAMBRE - APRES MIDI', ['INT', ['CHAMBRE'], 'APRES MIDI']],
    ['EXT. CALLE - MÁS TARDE', ['EXT', ['CALLE'], 'MÁS TARDE']],
    ['INT. HOTEL - MORGENSTERN', ['INT', ['HOTEL', 'MORGENSTERN'], undefined]],
    ['SNIPER SCOPE - NIGHT', ['', ['SNIPER SCOPE'], 'NIGHT']],
    ['INT.', ['INT', [], undefined]],
    ['', ['', [], undefined]],
  ])('%s', (heading, expected) => expect(parts(heading)).toEqual(expected));

  it('names the place with its rooms', () => {
    expect(settingOf('Int. House—Kitchen - Night').place).toBe('HOUSE - KITCHEN');
  });

  it('costs no more for a hostile heading', () => {
    for (const unit of ['-', ' -', '- ', '(', '. ', ', ', '—']) settingOf(`INT. ${unit.repeat(200_000)}X`);
  });
});
