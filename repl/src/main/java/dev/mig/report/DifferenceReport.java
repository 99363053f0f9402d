package dev.mig.report;

import dev.mig.source.Exit;
import java.util.List;

/**
 * The operations that turn one schema into another.
 *
 * @param from what the first is called; likewise {@code to}
 * @param isCheck whether a difference is a failure
 */
public record DifferenceReport(String from, String to, List<Entry> operations, boolean isCheck) implements Report {
    public DifferenceReport {
        operations = List.copyOf(operations);
    }

    /**
     * @param text as it would stand in a revision
     * @param grade what it would cost: reversible, lossy or irreversible
     */
    public record Entry(String text, String grade) {
        JsonObject json() {
            return new JsonObject().put("text", text).put("grade", grade);
        }
    }

    @Override
    public void write(Page page) {
        if (operations.isEmpty()) {
            page.line("no difference between " + from + " and " + to);
            return;
        }
        String count = operations.size() == 1 ? "1 operation makes " : operations.size() + " operations make ";
        page.line(count + to + " of " + from + ":");
        for (Entry operation : operations) {
            page.line();
            boolean harmless = operation.grade().equals("reversible");
            if (!harmless) {
                page.line("  " + page.styled(TextStyle.DANGER, "-- " + operation.grade()));
            }
            operation.text().lines().forEach(it -> page.line(("  " + it).stripTrailing()));
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "operations",
                        operations.stream()
                                .map(it ->
                                        new JsonObject().put("text", it.text()).put("grade", it.grade()))
                                .toList());
    }

    @Override
    public Exit exit() {
        return isCheck && !operations.isEmpty() ? Exit.DIFFERENCE : Exit.OK;
    }
}
