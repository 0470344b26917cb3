/** The built-in study, below the extension's folder. */
export const STUDY_FOLDER = 'samples/all-her-fault';

/** What it consists of. On the web an extension's own folder cannot be listed, so this is; a test compares. */
export const STUDY_FILES: readonly string[] = [
  'README.md',
  'all-her-fault.study.yaml',
  'episode-1.treatment.md',
  'episode-2.treatment.md',
  'episode-3.treatment.md',
  'episode-4.treatment.md',
  'episode-5.treatment.md',
  'episode-6.treatment.md',
  'episode-7.treatment.md',
  'episode-8.treatment.md',
];

/** The file to open first. */
export const STUDY_FIRST = 'episode-1.treatment.md';

/** Where the walkthrough points at a payoff: the file, and a text that stands in it once. */
export const STUDY_PAYOFF = { file: 'episode-8.treatment.md', text: '[[payoff: losing-milo' } as const;
