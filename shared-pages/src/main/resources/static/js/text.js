/** The wording of the page's language. Keys stand in messages*.properties; a missing key shows itself. */
import texts from 'app/texts';

export const language = document.documentElement.lang;
export const locale = language === 'uk' ? 'uk-UA' : 'en-GB';

const plurals = new Intl.PluralRules(locale);

/** The text of a key, with {0}, {1} ... replaced. */
export function t(key, ...args) {
  const text = texts[key];
  if (text === undefined) return key;
  return args.length === 0 ? text : text.replace(/\{(\d)\}/g, (whole, i) => args[i] ?? whole);
}

/** The text of a key that counts something: key.one, key.few, key.many or key.other. {0} is the number as given in `shown`. */
export function counted(key, n, shown, ...args) {
  const form = `${key}.${plurals.select(n)}`;
  return t(form in texts ? form : `${key}.other`, shown ?? String(n), ...args);
}

export function has(key) {
  return key in texts;
}

/** The name of a thing in the page's language, else in English, else in an undetermined one, else any. */
export function name(names, fallback = '') {
  if (!names) return fallback;
  return names[language] ?? names.en ?? names.und ?? Object.values(names)[0] ?? fallback;
}
