import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets one class choose the case of a {@code switch} over types by a method of its own.
 *
 * <p>The compiler leaves that choice to {@link java.lang.runtime.SwitchBootstraps}, which writes a class for each
 * {@code switch} when it first runs. The start-up cache does not keep those, unlike what lambdas and joined texts need,
 * so that a short command would spend much of its time on them. A {@code switch} with other labels than types stays as
 * it is.
 */
final class TypeSwitches implements ClassTransform {
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private final ClassModel model;
    private final List<TypeSwitch> found = new ArrayList<>();

    TypeSwitches(ClassModel model) {
        this.model = model;
    }

    /** @param shape what the compiler calls: the value and the case to begin with, to the case it is */
    private record TypeSwitch(String method, MethodTypeDesc shape, List<ClassDesc> types) {}

    /** Whether there is anything to do. */
    static boolean within(ClassModel model) {
        return model.methods().stream().anyMatch(TypeSwitches::within);
    }

    private static boolean within(MethodModel method) {
        return method.code().stream().flatMap(CodeModel::elementStream).anyMatch(TypeSwitches::isTypeSwitch);
    }

    private static boolean isTypeSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && !call.typeSymbol().parameterType(0).isPrimitive()
                && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && within(method)) {
            builder.transformMethod(method, MethodTransform.transformingCode(this::replace));
        } else {
            builder.with(element);
        }
    }

    private void replace(CodeBuilder code, CodeElement element) {
        if (isTypeSwitch(element) && element instanceof InvokeDynamicInstruction call) {
            List<ClassDesc> types =
                    call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
            TypeSwitch it = new TypeSwitch("typeSwitch$" + found.size(), call.typeSymbol(), types);
            found.add(it);
            code.invokestatic(
                    model.thisClass().asSymbol(),
                    it.method(),
                    it.shape(),
                    model.flags().has(AccessFlag.INTERFACE));
        } else {
            code.with(element);
        }
    }

    @Override
    public void atEnd(ClassBuilder builder) {
        for (TypeSwitch it : found) {
            int flags = AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();
            builder.withMethodBody(it.method(), it.shape(), flags, code -> choose(code, it.types()));
        }
    }

    /** As {@code SwitchBootstraps.typeSwitch} is specified: -1 for null, the number of cases where none fits. */
    private static void choose(CodeBuilder code, List<ClassDesc> types) {
        int value = code.parameterSlot(0);
        int from = code.parameterSlot(1);
        Label present = code.newLabel();
        code.aload(value).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int number = 0; number < types.size(); number++) {
            Label next = code.newLabel();
            code.iload(from).loadConstant(number).if_icmpgt(next);
            if (!types.get(number).equals(ConstantDescs.CD_Object)) {
                code.aload(value).instanceOf(types.get(number)).ifeq(next);
            }
            code.loadConstant(number).ireturn().labelBinding(next);
        }
        code.loadConstant(types.size()).ireturn();
    }
}
