package dev.mig.report;

import dev.mig.source.Explanation;
import java.util.List;

/** All diagnostic codes, one a line. */
public record CodesReport(List<Explanation> codes) implements Report {
    public CodesReport {
        codes = List.copyOf(codes);
    }

    @Override
    public void write(Page page) {
        page.definitions(
                0,
                TextStyle.COMMAND,
                codes.stream()
                        .map(it -> new Page.Definition(it.code().id(), it.title()))
                        .toList());
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "codes",
                        codes.stream()
                                .map(it -> new JsonObject()
                                        .put("code", it.code().id())
                                        .put("exit", it.code().exit().number())
                                        .put("title", it.title()))
                                .toList());
    }
}
