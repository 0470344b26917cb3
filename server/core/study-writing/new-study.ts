import { t } from '@vscode/l10n';
import { episodesFor } from './new-episodes.ts';
import { noOffer, type StudyOffer } from './offer.ts';
import { commentLines, flowText, yamlSection, yamlText } from './yaml-section.ts';

/**
 * The text of a new study: its title and episodes, and for everything else an example to take the `#` from. `##` begins what
 * is said about it, so that an example can be uncommented together with its words. What the texts beside it say already is
 * in it: its season, which files they are, the titles of episodes.
 */
export function newStudy(title: string, episodes: number, offer: StudyOffer = noOffer): string {
  const name = title.trim() || t('Untitled');
  const season = offer.season === undefined ? '' : `season: ${offer.season}\n`;
  return `${commentLines([
    t(
      'What a season knows about itself. Chekhov reads this file together with the scripts (.fountain) and treatments\n(.treatment.md) that lie beside it and below. Nothing but the title is needed. To begin a part, take away the\nsigns before its lines; the key for suggestions offers what may stand at a place.',
    ),
  ])}
study: 1
title: ${yamlText(name)}
${season}files: [${offer.files.map((pattern) => JSON.stringify(pattern)).join(', ')}]
${yamlSection([], 'episodes', episodesFor(offer, episodes))}${examples()}`;
}

/** What is said about an example. */
function explained(text: string): string {
  return commentLines([text], '##');
}

const examples = () => `
${explained(t('Who is in it. An alias with "until" is a secret: before that reveal nothing shows that the two are one.'))}# characters:
#   - id: anna
#     name: Anna Petrovna
#     aliases: [Anna, { name: ${flowText(t('The stranger'))}, until: who-she-is }]
#     note: ${yamlText(t('She comes back after ten years.'))}

${explained(t('What happens. "story" is when: -10y, -3h, day 2. Where the words of "cues" stand in a text, it is told there.'))}# events:
#   - id: arrival
#     text: ${yamlText(t('Anna comes home and hangs a pistol on the wall.'))}
#     told: { episode: 1 }
#     who: [anna]
#     cues: [${flowText(t('comes home'))}]

${explained(t('What is true in the story, or believed.'))}# facts:
#   - id: anna-knew
#     text: ${yamlText(t('Anna has known the secret all along.'))}
#     status: holds
#     believed_before: ${yamlText(t('Nobody knew.'))}
#     known_by: [anna]

${explained(t('What is planted and pays off. kind: object, trait, promise, secret, line, motif or clue.\nintent, where no payoff is owed: open, motif or herring. Where a text has one of its cues, it is mentioned there.'))}# threads:
#   - id: pistol
#     title: ${yamlText(t('The pistol on the wall'))}
#     kind: object
#     cues: [${flowText(t('pistol'))}]
#     setups:
#       - { text: ${flowText(t('It is hung up.'))}, event: arrival, episode: 1 }
#     evidence_for: [anna-knew]

${explained(t('Who learns a fact, and when. effect: surprise, suspense, irony, recognition or reversal.'))}# reveals:
#   - id: who-she-is
#     fact: anna-knew
#     to: [audience]
#     via: ${yamlText(t('her confession'))}
#     evidence: [pistol]
#     effect: recognition
#     episode: 1

${explained(t('Turning points: inciting, midpoint, act-out, climax, or a word of your own.'))}# turns:
#   - id: home
#     kind: inciting
#     text: ${yamlText(t('She is back, and will stay.'))}
#     event: arrival
#     episode: 1

${explained(t('What you, or the makers, say about how it is made. "from" is the first episode that it gives nothing away in.'))}# craft_notes:
#   - on: thread:pistol
#     text: ${yamlText(t('It hangs there for a reason of its own, so nobody waits for it.'))}
#     from: 1
`;
