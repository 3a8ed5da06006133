# fish completion for griffie. Commands and options are asked of the program, so that they are those it has.
function __griffie_commands
    griffie help 2>/dev/null | string replace -rf '^  ([a-z][a-z-]*) +(.*)$' '$1\t$2'
end
function __griffie_options
    set -l words (commandline -opc)
    test (count $words) -ge 2; and griffie help $words[2] 2>/dev/null | string replace -rf '^.*(--[a-z][a-z-]*)(?: \S+)? +(.*)$' '$1\t$2'
end
complete -c griffie -n __fish_use_subcommand -f -a '(__griffie_commands)'
complete -c griffie -n '__fish_seen_subcommand_from help' -f -a '(__griffie_commands)'
complete -c griffie -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' -a '(__griffie_options)'
