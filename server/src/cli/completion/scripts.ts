import { rules } from '#shared/rules/all.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { CommandSpec } from '../command-spec.ts';
import { commonOptions, type OptionSpec } from '../options.ts';

export const completionShells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type CompletionShell = (typeof completionShells)[number];

/** What can follow a command, made from the same tables as parsing and help. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Words that the command takes besides options and files. */
  readonly words: readonly string[];
}

interface CompletedOption {
  readonly name: string;
  readonly short: string | undefined;
  readonly help: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

export function completionScript(commands: readonly CommandSpec[], shell: CompletionShell, locale: Locale): string {
  const completed = commands.map(({ name, summary, options }): Completed => {
    const all: readonly OptionSpec[] = [...options, ...commonOptions];
    return {
      name,
      summary: summary[locale],
      options: all.map((option) => completedOption(option, locale)),
      words: name === 'explain' ? rules.map(({ id }) => id) : name === 'completion' ? completionShells : [],
    };
  });
  return { bash, zsh, fish, powershell }[shell](completed);
}

function completedOption({ name, short, value, choices = [], help }: OptionSpec, locale: Locale): CompletedOption {
  const known = name === 'rule' ? ruleSettings() : choices;
  return { name, short, help: help[locale], takesValue: value !== undefined, choices: known };
}

/** What `--rule` can be given. */
function ruleSettings(): readonly string[] {
  return rules.flatMap(({ id }) => ['off', 'info', 'warning', 'error'].map((severity) => `${id}=${severity}`));
}

/** In single quotes, for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function bash(completed: readonly Completed[]): string {
  const cases = completed.map(({ name, options, words }) => {
    const values = options.filter(({ takesValue }) => takesValue);
    const branches = values.map(({ name: option, short, choices }) => {
      const flags = [`--${option}`, ...(short === undefined ? [] : [`-${short}`])].join('|');
      const reply = choices.length === 0 ? '_bizenv_files' : `_bizenv_words ${quote(choices.join(' '))}`;
      return `        ${flags}) ${reply}; return ;;`;
    });
    const flags = options.map((option) => `--${option.name}`).join(' ');
    return [
      `    ${name})`,
      '      case "$prev" in',
      ...branches,
      '      esac',
      `      if [[ $cur == -* ]]; then _bizenv_words ${quote(flags)}`,
      `      else ${words.length === 0 ? '_bizenv_files' : `_bizenv_words ${quote(words.join(' '))}`}; fi ;;`,
    ].join('\n');
  });
  const first = [...completed.map(({ name }) => name), '--help', '--version'].join(' ');
  // Names of files hold blanks; bash makes a word of its own of "=".
  return `_bizenv_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
_bizenv_files() { local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur")); }
_bizenv() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then _bizenv_words ${quote(first)}; return; fi
  if [ "$cur" = = ]; then cur=; elif [ "$prev" = = ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o filenames -o default -F _bizenv bizenv
`;
}

function zsh(completed: readonly Completed[]): string {
  const quoted = (text: string) => text.replace(/[[\]:\\]/g, '\\$&');
  const described = completed.map(({ name, summary }) => quote(`${name}:${summary.replaceAll(':', '\\:')}`));
  const cases = completed.map(({ name, options, words }) => {
    const specs = options.flatMap(({ name: option, short, help, takesValue, choices }) => {
      const value = !takesValue ? '' : choices.length === 0 ? ':value:_files' : `:value:(${choices.join(' ')})`;
      const flags = [`--${option}${takesValue ? '=' : ''}`, ...(short === undefined ? [] : [`-${short}`])];
      return flags.map((flag) => quote(`*${flag}[${quoted(help)}]${value}`));
    });
    const rest = words.length === 0 ? "'*:file:_files'" : quote(`*:word:(${words.join(' ')})`);
    return `    ${name}) _arguments ${[...specs, rest].join(' ')} ;;`;
  });
  return `#compdef bizenv
_bizenv() {
  if (( CURRENT == 2 )); then
    local -a names=(${described.join(' ')})
    _describe command names
    return
  fi
  local name=$words[2]
  words=("\${(@)words[2,-1]}")
  (( CURRENT-- ))
  case $name in
${cases.join('\n')}
  esac
}
compdef _bizenv bizenv
`;
}

function fish(completed: readonly Completed[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = completed.flatMap(({ name, summary, options, words }) => [
    `complete -c bizenv -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map(({ name: option, short, help, takesValue, choices }) =>
      [
        `complete -c bizenv -n '__fish_seen_subcommand_from ${name}' -l ${option}`,
        ...(short === undefined ? [] : [`-s ${short}`]),
        ...(!takesValue ? [] : choices.length === 0 ? ['-r'] : [`-x -a ${quoted(choices.join(' '))}`]),
        `-d ${quoted(help)}`,
      ].join(' '),
    ),
    ...(words.length === 0
      ? []
      : [`complete -c bizenv -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(words.join(' '))}`]),
  ]);
  return `${lines.join('\n')}\n`;
}

function powershell(completed: readonly Completed[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const list = (words: readonly string[]) => `@(${words.map(quoted).join(', ')})`;
  const table = completed.map(({ name, options, words }) => {
    const choices = options
      .filter((option) => option.choices.length > 0)
      .flatMap(({ name: option, short, choices: values }) =>
        [`--${option}`, ...(short === undefined ? [] : [`-${short}`])].map(
          (flag) => `${quoted(flag)} = ${list(values)}`,
        ),
      );
    const flags = options.map((option) => `--${option.name}`);
    return `    ${quoted(name)} = @{ Flags = ${list(flags)}; Words = ${list(words)}; Choices = @{ ${choices.join('; ')} } }`;
  });
  return `Register-ArgumentCompleter -Native -CommandName bizenv -ScriptBlock {
  param($word, $ast, $position)
  $commands = [ordered]@{
${table.join('\n')}
  }
  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  $found = if ($word -eq '') { $typed } else { $typed[0..($typed.Count - 2)] }
  if ($found.Count -lt 2) { $names = $commands.Keys }
  else {
    $command = $commands[$found[1]]
    if ($null -eq $command) { return }
    $choices = $command.Choices[$found[-1]]
    $names = if ($null -ne $choices) { $choices } elseif ($word.StartsWith('-')) { $command.Flags } else { $command.Words }
  }
  $names | Where-Object { $_.StartsWith($word) } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
