import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Writes out {@code equals} and {@code hashCode} of a record.
 *
 * <p>The compiler leaves them to {@link java.lang.runtime.ObjectMethods}, which puts them together from method handles
 * when they are first called. The start-up cache does not keep the result, and each record that is a key of a map would
 * cost a short command several milliseconds. A record that has methods of its own keeps them.
 */
final class RecordMethods implements ClassTransform {
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    private final ClassDesc type;
    private final List<RecordComponentInfo> components;

    RecordMethods(ClassModel model) {
        this.type = model.thisClass().asSymbol();
        this.components = model.findAttribute(Attributes.record())
                .map(RecordAttribute::components)
                .orElseThrow();
    }

    /** Whether there is anything to do. */
    static boolean within(ClassModel model) {
        return model.findAttribute(Attributes.record()).isPresent()
                && model.methods().stream().anyMatch(RecordMethods::isLeftToTheRuntime);
    }

    private static boolean isLeftToTheRuntime(MethodModel method) {
        String name = method.methodName().stringValue();
        return (name.equals("equals") || name.equals("hashCode"))
                && method.code().stream()
                        .flatMap(CodeModel::elementStream)
                        .anyMatch(it -> it instanceof InvokeDynamicInstruction call
                                && call.bootstrapMethod().owner().equals(BOOTSTRAPS));
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && isLeftToTheRuntime(method)) {
            boolean equals = method.methodName().equalsString("equals");
            builder.withMethodBody(
                    method.methodName(),
                    method.methodType(),
                    method.flags().flagsMask(),
                    equals ? this::compare : this::hash);
        } else {
            builder.with(element);
        }
    }

    private void hash(CodeBuilder code) {
        code.iconst_0();
        for (RecordComponentInfo component : components) {
            ClassDesc part = component.descriptorSymbol();
            code.bipush(31).imul().aload(0).getfield(type, component.name().stringValue(), part);
            code.invokestatic(
                    part.isPrimitive() ? box(part) : OBJECTS,
                    "hashCode",
                    MethodTypeDesc.of(ConstantDescs.CD_int, part.isPrimitive() ? part : ConstantDescs.CD_Object));
            code.iadd();
        }
        code.ireturn();
    }

    private void compare(CodeBuilder code) {
        Label differ = code.newLabel();
        code.aload(1).instanceOf(type).ifeq(differ);
        for (RecordComponentInfo component : components) {
            ClassDesc part = component.descriptorSymbol();
            String name = component.name().stringValue();
            code.aload(0).getfield(type, name, part);
            code.aload(1).checkcast(type).getfield(type, name, part);
            if (part.isPrimitive()) {
                // As the runtime does it: by this order, NaN equals NaN, and 0.0 does not equal -0.0.
                code.invokestatic(box(part), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, part, part));
                code.ifne(differ);
            } else {
                code.invokestatic(
                        OBJECTS,
                        "equals",
                        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object));
                code.ifeq(differ);
            }
        }
        code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
        };
    }
}
