package dev.mig.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in one file, each behind a line {@code -- name --}, as Go's tools write them.
 *
 * @param comment what stands above the first of them
 */
record Txtar(String comment, List<Section> sections) {
    private static final Pattern MARKER = Pattern.compile("-- (\\S.*?) --");

    /** @param text ends with a line end, unless it is empty */
    record Section(String name, String text) {}

    static Txtar parse(String text) {
        StringBuilder current = new StringBuilder();
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher marker = MARKER.matcher(line);
            if (marker.matches()) {
                texts.add(current.toString());
                names.add(marker.group(1));
                current.setLength(0);
            } else {
                current.append(line).append('\n');
            }
        }
        texts.add(current.toString());
        List<Section> sections = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            sections.add(new Section(names.get(at), texts.get(at + 1)));
        }
        return new Txtar(texts.getFirst(), sections);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(comment);
        sections.forEach(
                it -> text.append("-- ").append(it.name()).append(" --\n").append(it.text()));
        return text.toString();
    }
}
