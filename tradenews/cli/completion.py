"""Completion for shells, made from the options themselves."""

from __future__ import annotations

import argparse

from tradenews.errors import ArgumentError

_BASH = """# tradenews: completion for bash and zsh. Use: eval "$(tradenews completion bash)"
if [ -n "$ZSH_VERSION" ]; then autoload -U +X bashcompinit && bashcompinit; fi
_tradenews() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}"
  local verb="${{COMP_WORDS[1]}}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=( $(compgen -W "{verbs}" -- "$word") ); return
  fi
  case "$verb $before" in
{choices}
  esac
  if [ -z "$words" ]; then
    case "$word" in -*) case "$verb" in
{flags}
    esac ;; esac
  fi
  if [ -n "$words" ]; then
    COMPREPLY=( $(compgen -W "$words" -- "$word") )
  else
    COMPREPLY=( $(compgen -f -- "$word") )
  fi
}}
complete -o filenames -F _tradenews tradenews
"""


def completion(top: argparse.ArgumentParser, shell: str) -> str:
    """A script that completes commands, options and their choices in ``shell``.

    :class:`ArgumentError` for a shell other than bash, zsh and fish.
    """
    verbs = _verbs(top)
    if shell in ("bash", "zsh"):
        return _bash(verbs)
    if shell == "fish":
        return _fish(verbs)
    raise ArgumentError("shell", shell, "pass bash, zsh or fish")


def _verbs(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    found = (a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    return dict(next(found).choices)


def _bash(verbs: dict[str, argparse.ArgumentParser]) -> str:
    choices, flags = [], []
    for name, verb in verbs.items():
        given = [action for action in verb._actions if action.option_strings]
        flags.append(f'      {name}) words="{" ".join(f for a in given for f in a.option_strings)}" ;;')
        for action in given:
            if action.choices:
                patterns = "|".join(f'"{name} {flag}"' for flag in action.option_strings)
                choices.append(f'    {patterns}) words="{" ".join(map(str, action.choices))}" ;;')
        for action in verb._actions:
            if not action.option_strings and action.choices:
                choices.append(f'    "{name} {name}") words="{" ".join(map(str, action.choices))}" ;;')
    return _BASH.format(verbs=" ".join(verbs), choices="\n".join(choices), flags="\n".join(flags))


def _fish(verbs: dict[str, argparse.ArgumentParser]) -> str:
    lines = ["# tradenews: completion for fish. Use: tradenews completion fish | source"]
    for name, verb in verbs.items():
        first, used = "__fish_use_subcommand", f"__fish_seen_subcommand_from {name}"
        lines.append(f"complete -c tradenews -f -n {first} -a {name} -d {_quoted(verb.description or '')}")
        for action in verb._actions:
            names = [f"-l {f[2:]}" if f.startswith("--") else f"-s {f[1:]}" for f in action.option_strings]
            words = f" -xa {_quoted(' '.join(map(str, action.choices)))}" if action.choices else ""
            if names or words:
                said = _quoted((action.help or "").split(" (")[0])
                lines.append(f"complete -c tradenews -n '{used}' {' '.join(names)}{words} -d {said}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
