# Completion of migrate for fish. It asks migrate itself, so that revisions and branches are completed too.
function __migrate_complete
    set -l words (commandline -opc)
    for line in (command $words[1] __complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path (commandline -ct)
            case ':folders'
                __fish_complete_directories (commandline -ct) ''
            case '*'
                echo $line
        end
    end
end
complete -c migrate -f -k -a '(__migrate_complete)'
