package dev.mig.model;

import dev.mig.model.NamedObjects.Mention;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The schema that results from operations.
 *
 * <p>Immutable and persistent: {@link #apply} shares nearly everything with the model before it, so that a model a
 * revision costs little, also over thousands of tables. It believes what it is told: whether an operation makes sense
 * in this schema is asked before, by the compiler. It never asks a database; what only a database knows can be given
 * to it with {@link #adopt}.
 */
public final class SchemaModel {
    private final Folding folding;
    private final NamedObjects<Table> tables;
    private final NamedObjects<View> views;
    private final NamedObjects<EnumType> enums;
    private final NamedObjects<Sequence> sequences;
    private final NamedObjects<Identifier> schemas;
    private final NamedObjects<SchemaObject> objects;
    private final CrossReferences references;
    /** What raw text has named, and when. */
    private final PMap<String, Mention> mentions;
    /** Counts raw texts. */
    private final int now;

    private SchemaModel(
            Folding folding,
            NamedObjects<Table> tables,
            NamedObjects<View> views,
            NamedObjects<EnumType> enums,
            NamedObjects<Sequence> sequences,
            NamedObjects<Identifier> schemas,
            NamedObjects<SchemaObject> objects,
            CrossReferences references,
            PMap<String, Mention> mentions,
            int now) {
        this.folding = folding;
        this.tables = tables;
        this.views = views;
        this.enums = enums;
        this.sequences = sequences;
        this.schemas = schemas;
        this.objects = objects;
        this.references = references;
        this.mentions = mentions;
        this.now = now;
    }

    /** A schema of which nothing is known yet: before the first revision. */
    public static SchemaModel empty(Folding folding) {
        return new SchemaModel(
                folding,
                NamedObjects.empty(),
                NamedObjects.empty(),
                NamedObjects.empty(),
                NamedObjects.empty(),
                NamedObjects.empty(),
                NamedObjects.empty(),
                CrossReferences.none(folding),
                HashTreePMap.empty(),
                0);
    }

    /** A schema that is known whole, from elsewhere than operations. */
    public static SchemaModel of(
            Folding folding,
            Iterable<Identifier> schemas,
            Iterable<EnumType> enumTypes,
            Iterable<Sequence> sequences,
            Iterable<Table> tables,
            Iterable<View> views) {
        SchemaModel model = empty(folding);
        for (Identifier schema : schemas) {
            model = model.withSchema(schema);
        }
        for (EnumType type : enumTypes) {
            model = model.with(type);
        }
        for (Sequence sequence : sequences) {
            model = model.with(sequence);
        }
        for (Table table : tables) {
            model = model.with(table);
        }
        for (View view : views) {
            model = model.with(view);
        }
        return model;
    }

    /** The schema after an operation. */
    public SchemaModel apply(Operation operation) {
        return Replay.apply(this, operation);
    }

    public SchemaModel applyAll(Iterable<? extends Operation> operations) {
        SchemaModel model = this;
        for (Operation operation : operations) {
            model = model.apply(operation);
        }
        return model;
    }

    public Folding folding() {
        return folding;
    }

    // ---- looking

    public Lookup<Table> table(QualifiedIdentifier name) {
        return tables.lookup(folding.key(name), mentioned(name.name()));
    }

    public Lookup<View> view(QualifiedIdentifier name) {
        return views.lookup(folding.key(name), mentioned(name.name()));
    }

    public Lookup<EnumType> enumType(QualifiedIdentifier name) {
        return enums.lookup(folding.key(name), mentioned(name.name()));
    }

    /** Whether operations made an enum of this name, even if it is gone or raw text has changed it since. */
    public boolean hasMadeEnum(QualifiedIdentifier name) {
        return !(enums.lookup(folding.key(name), null) instanceof Lookup.Outside);
    }

    public Lookup<Sequence> sequence(QualifiedIdentifier name) {
        return sequences.lookup(folding.key(name), mentioned(name.name()));
    }

    public Lookup<Identifier> schema(Identifier name) {
        return schemas.lookup(folding.key(name), mentioned(name));
    }

    public Lookup<SchemaObject> object(String kind, QualifiedIdentifier name) {
        return objects.lookup(objectKey(kind, name), mentioned(name.name()));
    }

    /** Every table that is known, ordered by its folded name. */
    public List<Table> tables() {
        return tables.known(key -> mentions.get(namePart(key)));
    }

    public List<View> views() {
        return views.known(key -> mentions.get(namePart(key)));
    }

    public List<EnumType> enumTypes() {
        return enums.known(key -> mentions.get(namePart(key)));
    }

    public List<Sequence> sequences() {
        return sequences.known(key -> mentions.get(namePart(key)));
    }

    public List<Identifier> schemas() {
        return schemas.known(key -> mentions.get(namePart(key)));
    }

    public List<SchemaObject> objects() {
        return objects.known(key -> mentions.get(namePart(key)));
    }

    /** The known tables with a foreign key to this one, itself included. */
    public List<Table> tablesReferencing(QualifiedIdentifier table) {
        return known(references.referencing(table));
    }

    /** The known tables with a column of this type, or of an array of it. */
    public List<Table> tablesWithType(QualifiedIdentifier type) {
        return known(references.withType(type));
    }

    /** The known tables and materialized views that have an index of this name, in the schema if one is named. */
    public List<IndexPlace> indexes(QualifiedIdentifier name) {
        List<IndexPlace> places = new ArrayList<>();
        Identifier schema = name.schema();
        for (String key : references.owning(folding.key(name.name()))) {
            tables.lookup(key, mentions.get(namePart(key)))
                    .known()
                    .flatMap(table -> table.index(name.name(), folding).map(it -> new IndexPlace(table.name(), it)))
                    .ifPresent(places::add);
            views.lookup(key, mentions.get(namePart(key)))
                    .known()
                    .flatMap(view -> view.indexes().stream()
                            .filter(it -> folding.same(it.name(), name.name()))
                            .findFirst()
                            .map(it -> new IndexPlace(view.name(), it)))
                    .ifPresent(places::add);
        }
        places.removeIf(it -> schema != null && !folding.key(schema).equals(schemaKey(it.on())));
        return places;
    }

    /** An index and the table or materialized view it stands on. */
    public record IndexPlace(QualifiedIdentifier on, Index index) {}

    /** The raw text that named something of this name last, if one did. */
    public @Nullable Span namedByRawText(Identifier name) {
        Mention mention = mentioned(name);
        return mention == null ? null : mention.because();
    }

    /** Whether a constraint or an index in this schema, null for the connection's, has the name. */
    public boolean isTaken(Identifier name, @Nullable Identifier schema) {
        String wanted = schema == null ? "" : folding.key(schema);
        return references.owning(folding.key(name)).stream()
                .anyMatch(it -> schemaPart(it).equals(wanted));
    }

    private List<Table> known(Iterable<String> keys) {
        List<Table> found = new ArrayList<>();
        for (String key : keys) {
            tables.lookup(key, mentions.get(namePart(key))).known().ifPresent(found::add);
        }
        return found;
    }

    private String schemaKey(QualifiedIdentifier name) {
        Identifier schema = name.schema();
        return schema == null ? "" : folding.key(schema);
    }

    private @Nullable Mention mentioned(Identifier name) {
        return mentions.get(folding.key(name));
    }

    private static String namePart(String key) {
        String name = key.substring(key.indexOf('\1') + 1);
        int end = name.indexOf('\0');
        return end < 0 ? name : name.substring(0, end);
    }

    private static String schemaPart(String key) {
        int end = key.indexOf('\0');
        return end < 0 ? "" : key.substring(end + 1);
    }

    /** A folded word of a kind cannot hold the character that parts it from the name. */
    private String objectKey(String kind, QualifiedIdentifier name) {
        return Folding.LOWER.key(Identifier.bare(kind)) + '\1' + folding.key(name);
    }

    // ---- changing

    /** What a database says of a table that no revision creates, or that raw text made unknown. */
    public SchemaModel adopt(Table table) {
        return with(table);
    }

    /** The schema with these objects, and no others. */
    public SchemaModel withObjects(Iterable<SchemaObject> wanted) {
        SchemaModel with = withObjects(NamedObjects.empty());
        for (SchemaObject object : wanted) {
            with = with.with(object);
        }
        return with;
    }

    /** A database says that there is no such table. */
    public SchemaModel adoptAbsence(QualifiedIdentifier table) {
        return withoutTable(table, Span.none());
    }

    SchemaModel with(Table table) {
        String key = folding.key(table.name());
        Table old = tables.lookup(key, null).known().orElse(null);
        return withTables(tables.known(key, table, now)).withReferences(references.with(key, old, table));
    }

    SchemaModel withoutTable(QualifiedIdentifier name, Span because) {
        String key = folding.key(name);
        Table old = tables.lookup(key, null).known().orElse(null);
        return withTables(tables.absent(key, now, because)).withReferences(references.without(key, old));
    }

    SchemaModel withTableUnknown(QualifiedIdentifier name, Span because) {
        String key = folding.key(name);
        Table old = tables.lookup(key, null).known().orElse(null);
        return withTables(tables.unknown(key, now, because)).withReferences(references.without(key, old));
    }

    /** The table under another name; every foreign key to it goes with it. */
    SchemaModel movedTable(QualifiedIdentifier from, QualifiedIdentifier to, Span because) {
        Lookup<Table> was = table(from);
        Table old = was.known().orElse(null);
        List<Table> referencing = tablesReferencing(from);
        SchemaModel moved;
        if (old == null) {
            moved = withTables(tables.moved(folding.key(from), folding.key(to), was, null, now, because));
        } else {
            moved = withoutTable(from, because).with(old.withName(to));
        }
        for (Table table : referencing) {
            QualifiedIdentifier name = folding.same(table.name(), from) ? to : table.name();
            Table current = moved.table(name).known().orElse(table);
            moved = moved.with(current.withConstraints(current.constraints().stream()
                    .map(it -> it instanceof Constraint.ForeignKey key && folding.same(key.target(), from)
                            ? key.withTarget(to, key.targetColumns())
                            : it)
                    .toList()));
        }
        return moved;
    }

    SchemaModel with(View view) {
        String key = folding.key(view.name());
        View old = views.lookup(key, null).known().orElse(null);
        return withViews(views.known(key, view, now)).withReferences(references.with(key, old, view));
    }

    SchemaModel withoutView(QualifiedIdentifier name, Span because) {
        String key = folding.key(name);
        View old = views.lookup(key, null).known().orElse(null);
        return withViews(views.absent(key, now, because)).withReferences(references.without(key, old));
    }

    SchemaModel withViewUnknown(QualifiedIdentifier name, Span because) {
        return withViews(views.unknown(folding.key(name), now, because));
    }

    SchemaModel movedView(QualifiedIdentifier from, QualifiedIdentifier to, Span because) {
        Lookup<View> was = view(from);
        View old = was.known().orElse(null);
        return old == null
                ? withViews(views.moved(folding.key(from), folding.key(to), was, null, now, because))
                : withoutView(from, because).with(new View(to, old.query(), old.materialized(), old.indexes()));
    }

    SchemaModel with(EnumType type) {
        return withEnums(enums.known(folding.key(type.name()), type, now));
    }

    SchemaModel withoutEnum(QualifiedIdentifier name, Span because) {
        return withEnums(enums.absent(folding.key(name), now, because));
    }

    SchemaModel movedEnum(QualifiedIdentifier from, QualifiedIdentifier to, Span because) {
        Lookup<EnumType> was = enumType(from);
        EnumType value = was.known().map(it -> new EnumType(to, it.values())).orElse(null);
        return withEnums(enums.moved(folding.key(from), folding.key(to), was, value, now, because));
    }

    SchemaModel with(Sequence sequence) {
        return withSequences(sequences.known(folding.key(sequence.name()), sequence, now));
    }

    SchemaModel withoutSequence(QualifiedIdentifier name, Span because) {
        return withSequences(sequences.absent(folding.key(name), now, because));
    }

    SchemaModel movedSequence(QualifiedIdentifier from, QualifiedIdentifier to, Span because) {
        Lookup<Sequence> was = sequence(from);
        Sequence value = was.known()
                .map(it -> new Sequence(to, it.start(), it.increment()))
                .orElse(null);
        return withSequences(sequences.moved(folding.key(from), folding.key(to), was, value, now, because));
    }

    SchemaModel withSchema(Identifier schema) {
        return withSchemas(schemas.known(folding.key(schema), schema, now));
    }

    SchemaModel withoutSchema(Identifier schema, Span because) {
        return withSchemas(schemas.absent(folding.key(schema), now, because));
    }

    SchemaModel with(SchemaObject object) {
        return withObjects(objects.known(objectKey(object.kind(), object.name()), object, now));
    }

    SchemaModel withoutObject(String kind, QualifiedIdentifier name, Span because) {
        return withObjects(objects.absent(objectKey(kind, name), now, because));
    }

    /** After raw SQL that may have changed anything with one of these folded names. */
    SchemaModel named(Set<String> names, Span because) {
        if (names.isEmpty()) {
            return this;
        }
        Mention mention = new Mention(now + 1, because);
        PMap<String, Mention> more = mentions;
        for (String name : new TreeSet<>(names)) {
            more = more.plus(name, mention);
            for (String owner : references.owning(name)) {
                more = more.plus(namePart(owner), mention);
            }
        }
        return new SchemaModel(folding, tables, views, enums, sequences, schemas, objects, references, more, now + 1);
    }

    private SchemaModel withTables(NamedObjects<Table> to) {
        return new SchemaModel(folding, to, views, enums, sequences, schemas, objects, references, mentions, now);
    }

    private SchemaModel withViews(NamedObjects<View> to) {
        return new SchemaModel(folding, tables, to, enums, sequences, schemas, objects, references, mentions, now);
    }

    private SchemaModel withEnums(NamedObjects<EnumType> to) {
        return new SchemaModel(folding, tables, views, to, sequences, schemas, objects, references, mentions, now);
    }

    private SchemaModel withSequences(NamedObjects<Sequence> to) {
        return new SchemaModel(folding, tables, views, enums, to, schemas, objects, references, mentions, now);
    }

    private SchemaModel withSchemas(NamedObjects<Identifier> to) {
        return new SchemaModel(folding, tables, views, enums, sequences, to, objects, references, mentions, now);
    }

    private SchemaModel withObjects(NamedObjects<SchemaObject> to) {
        return new SchemaModel(folding, tables, views, enums, sequences, schemas, to, references, mentions, now);
    }

    private SchemaModel withReferences(CrossReferences to) {
        return new SchemaModel(folding, tables, views, enums, sequences, schemas, objects, to, mentions, now);
    }
}
