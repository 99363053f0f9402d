package dev.mig.project;

import dev.mig.report.Page;
import dev.mig.source.Diagnostic;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Standard output and standard error as pages, and the questions that can be asked on a terminal. */
public final class Console {
    private final ProcessEnvironment process;
    private final Page out;
    private final Page err;
    private final boolean asks;
    private final boolean quiet;
    private final List<Diagnostic> warnings = new ArrayList<>();

    public Console(ProcessEnvironment process, boolean noColor, boolean silent, boolean quiet) {
        this.process = process;
        this.quiet = quiet;
        ProcessEnvironment.Terminal terminal = process.terminal();
        boolean colours = !noColor && process.colours();
        this.out = page(process.out(), terminal.out(), colours);
        this.err = page(process.err(), terminal.err(), colours);
        this.asks = terminal.asks() && !silent;
    }

    private Page page(PrintWriter stream, boolean terminal, boolean colours) {
        return new Page(stream, terminal && colours, () -> width(terminal));
    }

    /** Without a terminal the width is unlimited, unless COLUMNS is set. */
    private int width(boolean terminal) {
        String columns = process.environment().getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9][0-9]{0,4}")) {
            return Integer.parseInt(columns);
        }
        return terminal ? process.terminal().width().getAsInt() : Integer.MAX_VALUE;
    }

    public Page out() {
        return out;
    }

    public Page err() {
        return err;
    }

    /** Whether questions can be asked: on a terminal, without {@code --json} and {@code --no-input}. */
    public boolean asks() {
        return asks;
    }

    /** Printed on stderr when the command is done. Warnings do not mean failure. */
    public void warn(Diagnostic warning) {
        if (!quiet && !warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    public List<Diagnostic> warnings() {
        return List.copyOf(warnings);
    }

    /** The answer to a question; empty at the end of the input. */
    public Optional<String> ask(String question) {
        process.out().flush();
        process.err().flush();
        return Optional.ofNullable(process.questions().ask(question)).map(String::strip);
    }
}
