# bash completion for griffie. Commands and options are asked of the program, so that they are those it has.
_griffie() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --lang) ((i++)) ;;
        -*) ;;
        *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    if [[ -z $command || $command == help ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(griffie --lang en help 2>/dev/null | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')" -- "$word")
    elif [[ $before == --lang ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'nl en' -- "$word")
    elif [[ $before == --genre ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'letter report motion minutes agenda answers decisions communique resolution' -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(griffie --lang en help "$command" 2>/dev/null | grep -oE -- '--[a-z][a-z-]*')" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _griffie griffie
