#compdef migrate
# Completion of migrate for zsh. It asks migrate itself, so that revisions and branches are completed too.
_migrate() {
    local line value
    local -a found
    for line in "${(@f)$("${(Q)words[1]/#\~/$HOME}" __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        value=${line%%$'\t'*}
        case $value in
            '') ;;
            :files) _files ;;
            :folders) _files -/ ;;
            *)
                if [[ $line == *$'\t'* ]]; then
                    found+=("${value//:/\\:}:${line#*$'\t'}")
                else
                    found+=("${value//:/\\:}")
                fi
                ;;
        esac
    done
    (( $#found )) && _describe -V 'migrate' found
}
if [[ ${funcstack[1]} == _migrate ]]; then
    _migrate "$@"
else
    compdef _migrate migrate
fi
