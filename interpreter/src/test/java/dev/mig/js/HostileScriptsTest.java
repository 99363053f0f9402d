package dev.mig.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scripts that mean harm, or do it: each is stopped with a diagnostic, and the next one runs as if nothing had been. How
 * long each took is printed, and not judged.
 */
class HostileScriptsTest {
    private static final List<String> TIMES = new ArrayList<>();

    /** The engine's own start is nobody's fault. */
    @BeforeAll
    static void start() {
        assertThat(Scripts.problem(Scripts.upgrade("op.dropTable('t')"))).isEmpty();
    }

    @AfterAll
    static void print() {
        TIMES.forEach(System.out::println);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        an endless loop | while (true) {} | takes more processor time than it may (300 ms)
        an endless loop that catches | for (;;) try { for (;;) {} } catch (e) {} | processor time
        an endless recursion | const f = () => 1 + f(); f() | takes more stack than it may
        a recursion that catches | const f = () => { try { f() } catch (e) { f() } }; f() | takes more
        a memory bomb | const a = []; for (;;) a.push(new Array(1e6).fill(a.length)) | takes more
        one huge array | new Array(2 ** 31).fill(0); new ArrayBuffer(2 ** 33) | x.js:
        one huge string | 'x'.repeat(2 ** 26).split('') | x.js:
        a promise that never settles | return new Promise(() => {}) | waits for a promise that nothing in the script can settle
        a promise that makes promises | const f = () => Promise.resolve().then(f); return f() | processor time
        a huge power | 3n ** 9000000n | processor time
        a shift of a huge number | 1n << 2n ** 40n | x.js:
        a regular expression that backtracks | /^(a+)+\\1$/.test('a'.repeat(40) + 'b') | processor time
        a polluted prototype | Object.prototype.ifExists = true; Array.prototype.push = null; String.prototype.trim = 1; delete globalThis.JSON; throw 1 | x.js:3
        load | load('/etc/passwd') | ReferenceError: load is not defined
        a class of the host | Java.type('java.lang.Runtime') | ReferenceError: Java is not defined
        packages of the host | java.lang.System.exit(1) | ReferenceError: java is not defined
        the class of a host object | op.getClass().forName('java.lang.Runtime') | op has no method "getClass"
        the constructor of a function | op.dropTable.constructor('return java')() | x.js:
        another language | Polyglot.eval('js', '1') | ReferenceError: Polyglot is not defined
        a worker | new Worker('x.js') | ReferenceError: Worker is not defined
        a timer | setTimeout(() => {}, 1) | ReferenceError: setTimeout is not defined
        the network | fetch('http://localhost') | ReferenceError: fetch is not defined
        the process | process.exit(1) | ReferenceError: process is not defined
        huge output | for (;;) console.log('x'.repeat(1000)) | takes more output than it may
        waiting for others | Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0, 1e9) | x.js:
        a deep nesting | eval('['.repeat(20000) + ']'.repeat(20000)) | x.js:
        a file outside | return import('../../../etc/passwd') | x.js:
        a computed import | const up = '..'; return import(up + '/secret.js') | x.js:
        """)
    void isStoppedAndTheNextRuns(String name, String body, String expected) {
        long start = System.nanoTime();
        String problem = Scripts.problem(Scripts.upgrade(body), Map.of(), Scripts.TIGHT);
        TIMES.add(String.format(
                java.util.Locale.ROOT, "%-40s %6d ms  %s", name, (System.nanoTime() - start) / 1_000_000, problem));

        assertThat(problem).contains(expected).startsWith("x.js:");
        assertThat(Scripts.problem(
                        Scripts.upgrade("op.dropTable('t'); for (const a of [1, 2].map(String)) op.insert('t', { a, b:"
                                + " 2n ** 70n, c: JSON.stringify([/a/.test('a')]) })")))
                .isEmpty();
    }
}
