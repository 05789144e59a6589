import type { Locale } from '#shared/text/localized.ts';

/** The language of messages: `--locale`, then what the system's environment says (POSIX order), else Chinese. */
export function chooseLocale(option: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  return localeOf(option) ?? localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG) ?? 'zh';
}

/** `en`, `en_US.UTF-8`, `zh-CN`, … ; undefined for any other language. */
function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.split(/[-_.@]/, 1)[0]?.toLowerCase();
  return language === 'zh' || language === 'en' ? language : undefined;
}
