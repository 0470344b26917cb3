/**
 * What begins a completion by itself: what opens an annotation or a value; in a script, what opens an extension or forces a
 * line. A hyphen, since Markdown and YAML end their words at it, while ids go on.
 */
export const completionTriggers = ['[', ':', ' ', ',', '=', '-', '{', '"', '(', '@', '.', '>', '#'] as const;
