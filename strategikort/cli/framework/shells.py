"""What each shell has to read once for completion to work.  See :mod:`.completion`."""

from __future__ import annotations

SHELLS = ("bash", "zsh", "fish", "powershell")

_BASH = r"""# Fuldførelse af {name} i bash.
_{name}_complete() {{
    local value help mode=""
    COMPREPLY=()
    while IFS=$'\t' read -r value help; do
        if [[ -z $mode ]]; then mode=$value; else COMPREPLY+=("$value"); fi
    done < <({variable}=bash "$1" "${{COMP_WORDS[@]:1:COMP_CWORD}}" 2>/dev/null)
    case $mode in
        aaben) compopt -o nospace 2>/dev/null ;;
        filer) compopt -o default 2>/dev/null ;;
    esac
}}
complete -o nosort -F _{name}_complete {name} 2>/dev/null || complete -F _{name}_complete {name}
"""

_ZSH = r"""#compdef {name}
# Fuldførelse af {name} i zsh.
_{name}() {{
    local line mode="" value help
    local -a values shown
    while IFS=$'\t' read -r value help; do
        if [[ -z $mode ]]; then
            mode=$value
        else
            values+=("$value")
            shown+=("${{value}}${{help:+  -- $help}}")
        fi
    done < <({variable}=zsh "${{(Q)words[1]}}" "${{(@Q)words[2,CURRENT-1]}}" "${{(Q)PREFIX}}" \
        2>/dev/null)
    case $mode in
        filer)
            [[ $PREFIX == -*=* ]] && compset -P 1 '*='
            _files
            ;;
        aaben) compadd -U -S '' -V {name} -l -d shown -a values ;;
        faerdig) compadd -U -V {name} -l -d shown -a values ;;
    esac
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _{name} "$@"
else
    (( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit }}
    compdef _{name} {name}
fi
"""

_FISH = r"""# Fuldførelse af {name} i fish.
function __{name}_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l current (string unescape -- $typed; or string trim -l -c '"\'' -- $typed)
    test (count $current) -gt 0; or set current ''
    set -l lines (env {variable}=fish $words $current 2>/dev/null)
    if test "$lines[1]" = filer
        complete -C "'' $typed"
    else if test (count $lines) -gt 1
        printf '%s\n' $lines[2..-1]
    end
end
complete -c {name} -f -k -a '(__{name}_complete)'
"""

_POWERSHELL = r"""# Fuldførelse af {name} i PowerShell.
Register-ArgumentCompleter -Native -CommandName {name} -ScriptBlock {{
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object {{
        $_.Extent.EndOffset -lt $cursorPosition
    }} | ForEach-Object {{ if ($null -ne $_.Value) {{ $_.Value }} else {{ $_.Extent.Text }} }})
    $before = [Console]::OutputEncoding
    try {{
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:{variable} = 'powershell'
        $env:_STRATEGIKORT_WORDS = (@($words) + @("$wordToComplete".Trim('"', "'"))) -join "`n"
        $lines = @(& "$($commandAst.CommandElements[0].Extent.Text)" 2>$null)
    }} finally {{
        [Console]::OutputEncoding = $before
        Remove-Item 'Env:{variable}', 'Env:_STRATEGIKORT_WORDS' -ErrorAction SilentlyContinue
    }}
    if ($lines.Count -lt 1 -or $lines[0] -eq 'filer') {{ return }}
    $lines | Select-Object -Skip 1 | ForEach-Object {{
        $value, $help = $_ -split "`t", 2
        if (-not $help) {{ $help = $value }}
        [System.Management.Automation.CompletionResult]::new(
            $value, $value, 'ParameterValue', $help
        )
    }}
}}
"""

_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}


def script(name: str, shell: str) -> str:
    """Return the script that completes the program ``name`` in ``shell``, one of :data:`SHELLS`."""
    return _SCRIPTS[shell].format(name=name, variable=variable(name))


def variable(name: str) -> str:
    """Return the environment variable by which the shell asks the program ``name``."""
    return f"_{name}_COMPLETE".replace("-", "_").upper()
