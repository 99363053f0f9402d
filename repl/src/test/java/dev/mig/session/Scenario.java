package dev.mig.session;

import dev.mig.project.ProcessEnvironment.Terminal;
import dev.mig.session.CommandLineSession.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of files, words typed and output expected, played from top to bottom in a folder.
 *
 * <p>A section {@code -- session --} is typed, wherever somebody types; {@code -- command line --} and {@code -- prompt
 * --} only there. Every other one is a file that is written when its turn comes. In a session:
 *
 * <pre>
 * $ migrate upgrade +2          words on a command line, quoted as in a shell; NAME=value before them is environment
 * % migrate downgrade -1        the same on a terminal of 80 columns
 * &lt; y                           a line that is typed there
 * &gt; +1                          a line at the shell's prompt; on a terminal without colours where an answer follows
 * … }                           which goes on
 * upgrade ae10 add orders       what stdout says
 * ! error[MIG-401]: ...         what stderr says
 * = 7                           the exit code, if it is not 0
 * ; what comes now                a remark
 * $ rm data/app.mv.db           removes a file
 * $ cat schema.mig              shows a file; $ ls lists all files
 * </pre>
 *
 * What differs from run to run is levelled: times, and the folder, which is written {@code $WORK}.
 */
public final class Scenario {
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_]+=.*");

    private final Path folder;
    private final CommandLineSession session;

    Scenario(Path folder) {
        this(folder, new CommandLineSession(folder));
    }

    /** @param session who types, in the same folder */
    public Scenario(Path folder, CommandLineSession session) {
        this.folder = folder;
        this.session = session;
    }

    /** The same file with the output that there really is. */
    public String play(String text) throws IOException {
        Txtar script = Txtar.parse(text);
        List<Txtar.Section> played = new ArrayList<>();
        for (Txtar.Section section : script.sections()) {
            if (section.name().equals("session") || section.name().equals(session.place())) {
                played.add(new Txtar.Section(section.name(), type(section.text())));
            } else if (CommandLineSession.PLACES.contains(section.name())) {
                played.add(section);
            } else {
                write(section.name(), section.text());
                played.add(section);
            }
        }
        return new Txtar(script.comment(), played).toString();
    }

    /** A file with those sections of its playing that are for one place only. */
    public static String rewritten(String text, String played, String place) {
        List<Txtar.Section> before = Txtar.parse(text).sections();
        List<Txtar.Section> after = Txtar.parse(played).sections();
        List<Txtar.Section> sections = new ArrayList<>();
        for (int at = 0; at < before.size(); at++) {
            sections.add(before.get(at).name().equals(place) ? after.get(at) : before.get(at));
        }
        return new Txtar(Txtar.parse(text).comment(), sections).toString();
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** The lines after {@code $} in the text, each with what a person sees below it: both streams, nothing levelled. */
    String typeAsSeen(String text) throws IOException {
        StringBuilder played = new StringBuilder();
        for (String line : text.lines().filter(it -> it.startsWith("$ ")).toList()) {
            played.append(line).append('\n');
            played.append(type(false, words(line.substring(2)), List.of(), it -> it.out() + it.err()));
        }
        return played.toString();
    }

    private String type(String text) throws IOException {
        StringBuilder played = new StringBuilder();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("$ ") || line.startsWith("% ")) {
                List<String> input = new ArrayList<>();
                while (at + 1 < lines.size() && lines.get(at + 1).startsWith("< ")) {
                    input.add(lines.get(++at).substring(2));
                }
                played.append(line).append('\n');
                input.forEach(it -> played.append("< ").append(it).append('\n'));
                played.append(level(type(line.charAt(0) == '%', words(line.substring(2)), input, Scenario::shown)));
            } else if (line.startsWith("> ")) {
                StringBuilder typed = new StringBuilder(line.substring(2));
                played.append(line).append('\n');
                while (at + 1 < lines.size() && lines.get(at + 1).startsWith("… ")) {
                    played.append(lines.get(++at)).append('\n');
                    typed.append('\n').append(lines.get(at).substring(2));
                }
                List<String> input = new ArrayList<>();
                while (at + 1 < lines.size() && lines.get(at + 1).startsWith("< ")) {
                    played.append(lines.get(++at)).append('\n');
                    input.add(lines.get(at).substring(2) + "\n");
                }
                played.append(level(shown(session.atPrompt(typed.toString(), String.join("", input)))));
            } else if (line.startsWith("; ")) {
                played.append(line).append('\n');
            }
        }
        return played.toString();
    }

    private String type(boolean terminal, List<String> words, List<String> input, Function<Result, String> shown)
            throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        int first = 0;
        while (VARIABLE.matcher(words.get(first)).matches()) {
            String[] pair = words.get(first++).split("=", 2);
            environment.put(pair[0], pair[1]);
        }
        List<String> rest = words.subList(first + 1, words.size());
        return switch (words.get(first)) {
            case "migrate" -> {
                Terminal where = terminal ? new Terminal(true, true, true, () -> 80) : Terminal.NONE;
                String typed =
                        String.join("", input.stream().map(it -> it + "\n").toList());
                yield shown.apply(session.run(rest, environment, where, typed));
            }
            case "rm" -> {
                Files.delete(folder.resolve(rest.getFirst()));
                session.filesAreGone();
                yield "";
            }
            case "cat" -> Files.readString(folder.resolve(rest.getFirst()));
            case "ls" -> {
                try (var files = Files.walk(folder)) {
                    yield String.join(
                            "",
                            files.filter(Files::isRegularFile)
                                    .map(it -> folder.relativize(it).toString().replace('\\', '/') + "\n")
                                    .sorted()
                                    .toList());
                }
            }
            default -> throw new IllegalArgumentException("a session cannot run " + words);
        };
    }

    private static String shown(Result result) {
        StringBuilder text = new StringBuilder();
        result.out().lines().forEach(it -> text.append(it).append('\n'));
        result.err()
                .lines()
                .forEach(it -> text.append(("! " + it).stripTrailing()).append('\n'));
        int number = result.exit().number();
        return number == 0
                ? text.toString()
                : text.append("= ").append(number).append('\n').toString();
    }

    public String level(String text) {
        return text.replace(folder.toString(), "$WORK")
                .replaceAll("\\b\\d+(\\.\\d+)? (ms|s)\\b", "N ms")
                .replaceAll("\"millis\":\\d+", "\"millis\":N")
                .replaceAll("mig_scratch_\\d+_\\d+", "mig_scratch_N")
                .replace("\u001b", "␛")
                .replace("\r", "␍");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                words.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
            } else {
                words.add(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            }
        }
        return words;
    }
}
