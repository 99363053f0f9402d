# Completion of migrate for bash. It asks migrate itself, so that revisions and branches are completed too.
_migrate() {
    local line=${COMP_LINE:0:COMP_POINT} word candidate said
    local -a words
    IFS=$' \t' read -ra words <<<"$line"
    [[ $line == *[[:blank:]] ]] && words+=("")
    word=${words[${#words[@]} - 1]}
    # bash breaks words at "@" and others as well, and wants only what follows the last break.
    local rest=${word##*["$COMP_WORDBREAKS"]}
    local done=${word%"$rest"}
    COMPREPLY=()
    while IFS=$'\t' read -r candidate said; do
        case $candidate in
            :files) compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$word")) ;;
            :folders) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$word")) ;;
            *) COMPREPLY+=("${candidate#"$done"}") ;;
        esac
    done < <("${words[0]/#\~/$HOME}" __complete -- "${words[@]:1}" 2>/dev/null)
}
complete -F _migrate migrate
