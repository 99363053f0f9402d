package dev.mig.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as shown in listings.
 *
 * @param branches the labels that it declares itself
 * @param onBranches the labels that name it
 * @param file as people know it, relative to where they stand; empty where it is gone
 * @param applied null where nobody asked the database
 */
public record RevisionEntry(
        String revision,
        List<String> parents,
        List<String> dependsOn,
        List<String> branches,
        String message,
        String file,
        List<String> onBranches,
        @Nullable Boolean applied,
        boolean head,
        @Nullable Instant created) {

    public RevisionEntry {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        branches = List.copyOf(branches);
        onBranches = List.copyOf(onBranches);
    }

    JsonObject json() {
        return new JsonObject()
                .put("revision", revision)
                .putTexts("parents", parents)
                .putTexts("dependsOn", dependsOn)
                .putTexts("branches", branches)
                .put("message", message)
                .put("file", file.isEmpty() ? null : file)
                .putTexts("onBranches", onBranches)
                .put("applied", applied)
                .put("head", head);
    }

    /** {@code ae1027a6b8c1  2026-03-14  add orders (billing, head)}, in so many columns if the page has no more. */
    String line(Page page, int columns) {
        List<String> names = new ArrayList<>(onBranches);
        if (head) {
            names.add("head");
        }
        if (file.isEmpty()) {
            names.add("its file is gone");
        }
        String marks = names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
        String date = created == null ? "" : LocalDate.ofInstant(created, ZoneOffset.UTC) + "  ";
        int room = columns - revision.length() - 2 - date.length() - marks.length();
        return page.styled(TextStyle.REVISION, revision)
                + "  "
                + page.styled(TextStyle.FAINT, date)
                + Page.cut(message, Math.max(room, 12))
                + page.styled(TextStyle.BRANCH, marks);
    }

    /** {@code ●} for applied, {@code ○} for not applied, nothing if unknown. */
    String mark(Page page) {
        if (applied == null) {
            return "";
        }
        return applied ? page.styled(TextStyle.APPLIED, "●") : page.styled(TextStyle.PENDING, "○");
    }

    /** The details that do not fit on the line. */
    List<Page.Definition> details() {
        List<Page.Definition> details = new ArrayList<>();
        details.add(new Page.Definition("revises", parents.isEmpty() ? "base" : String.join(", ", parents)));
        if (!dependsOn.isEmpty()) {
            details.add(new Page.Definition("depends on", String.join(", ", dependsOn)));
        }
        if (!branches.isEmpty()) {
            details.add(new Page.Definition("branch", String.join(", ", branches)));
        }
        if (created != null) {
            details.add(new Page.Definition("created", created.toString()));
        }
        details.add(new Page.Definition("file", file.isEmpty() ? "gone; the database has kept its text" : file));
        return details;
    }
}
