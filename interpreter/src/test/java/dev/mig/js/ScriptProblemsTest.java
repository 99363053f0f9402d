package dev.mig.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of scripts that are wrong, and where. */
class ScriptProblemsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        op.creatTable('t', t => {}) | x.js:3:1 "op.creatTable" op has no method "creatTable" / did you mean "createTable"?
        op.createTable('t') | x.js:3:1 "op.createTable" op.createTable needs a function as its second argument
        op.createTable(7, t => {}) | x.js:3:1 "op.createTable" op.createTable needs the name of a table as its first argument, a string, and not the number 7
        op.createTable('t', t => t.colunm('id', 'bigint')) | x.js:3:26 "t.colunm" the table has no method "colunm" / did you mean "column"?
        op.createTable('t', t => t.column('id', 'bigint').notnull()) | x.js:3:51 "notnull" a column has no method "notnull" / did you mean "notNull"?
        op.createTable('t', t => t.column('id', 'decimal(1')) | x.js:3:42 "decimal(1" the bracket that opens here is never closed
        op.createTable('t', t => t.column('id', 'text not null')) | x.js:3:42 "text not null" "text not null" is not a type alone
        op.createTable('two words', t => {}) | x.js:3:17 "two words" "two words" is not a name / a name with other characters than letters, digits and _ is written '"two words"'
        op.dropTable('t', { ifExist: true }) | x.js:3:21 "ifExist" op.dropTable has no option "ifExist" / did you mean "ifExists"?
        op.dropTable('t', { ifExists: 'yes' }) | x.js:3:21 "ifExists" the option "ifExists" of op.dropTable is true or false, and not the string 'yes'
        op.dropTable('t', 'cascade') | x.js:3:1 "op.dropTable" op.dropTable takes its options as an object, and not the string 'cascade'
        op.dropTable('t', {}, 1) | x.js:3:1 "op.dropTable" op.dropTable takes 2 arguments at most, and there are 3
        op.createTable('t', t => t.column('a', 'text').references('u', 'id', { onDelete: 'cascad' })) | x.js:3:83 "cascad" "onDelete" cannot be "cascad" / did you mean "cascade"?
        op.insert('t', [{ a: 1 }, { b: 1 }]) | x.js:3:29 "b" the rows of one insert have the same columns, and one lacks "a"
        op.insert('t', { a: undefined }) | x.js:3:1 "op.insert" column "a" of op.insert is undefined
        op.insert('t', { a: 0 / 0 }) | x.js:3:1 "op.insert" column "a" of op.insert is NaN, which no database takes
        op.update('t', { a: 1 }, { by: 'id' }) | x.js:3:1 "op.update" batches need their size
        op.sql('x', { touches: () => op.run(() => {}) }) | x.js:3:30 "op.run" what sql touches cannot be said by op.run
        op.createTable = 1 | x.js:3:1 "op.createTable" op cannot be changed: "createTable"
        undefined.foo | x.js:3:1 "undefined.foo" TypeError: Cannot read property 'foo' of undefined
        throw new Error('no') | x.js:3:7 "new Error('no')" Error: no
        throw 'no' | x.js:3:1 "throw 'no" no
        let a = ; | x.js:3:9 ";" SyntaxError: Expected an operand but found ;
        x = 1 | x.js:3:1 "x = 1" ReferenceError: x is not defined
        require('fs') | x.js:3:1 "require" ReferenceError: require is not defined / a revision is an ES module
        op.createTable('t', function* (t) { t.column('a', 'text') }) | x.js:3:1 "op.createTable" the function of op.createTable is a generator, and nothing in it would run / leave out the * before its name
        op.run({ async *work(db) {} }.work) | x.js:3:1 "op.run" the function of op.run is a generator
        Promise.prototype.then = null; return Promise.resolve(1) | x.js:1:1 "" upgrade waits for a promise
        throw new Error('x'.repeat(1e6)) | x.js:3:7 "new Error('x'.repeat(1e6))" Error: xxxxx
        """)
    void aMistakeIsToldAtItsPlace(String body, String expected) {
        assertThat(Scripts.problem(Scripts.upgrade(body)).replace(" | ", " / ")).startsWith(expected);
    }

    @Test
    void aTableIsFinishedWithItsFunction() {
        assertThat(Scripts.problem(
                        Scripts.upgrade("let kept\nop.createTable('t', t => { kept = t })\nkept.column('a', 'text')")))
                .startsWith("x.js:5:1 \"kept.column\" the table is finished");
    }

    @Test
    void whatTheModuleExportsIsLookedAt() {
        assertThat(Scripts.problem(Scripts.file("export const up = 1")))
                .startsWith("x.js:2:20 \"\" the script exports no upgrade");
        assertThat(Scripts.problem(Scripts.file("export const upgrade = 1")))
                .startsWith("x.js:2:1 \"export const upgrade\" upgrade is the number 1, and not a function");
        assertThat(Scripts.problem(
                        Scripts.file("export function upgrade(op) {}\nexport const downgrade = 'automatic'")))
                .startsWith("x.js:3:1 \"export const downgrade\" downgrade is the string 'automatic'");
        assertThat(Scripts.problem(
                        Scripts.file("export function upgrade(op) {}\nexport function downgrade(op) { op.x() }")))
                .startsWith("x.js:3:33 \"op.x\" op has no method \"x\"");
    }

    @Test
    void whatLooksLikeADirectionIsOne() {
        assertThat(Scripts.problem(Scripts.file("export function upgrade(op) {}\nexport function downgrad(op) {}")))
                .startsWith("x.js:3:1 \"export function downgrad\" nothing calls \"downgrad\"");
        assertThat(Scripts.problem(Scripts.file("export function upgrade(op) {}\nexport const down = 1")))
                .startsWith("x.js:3:1 \"export const down\" nothing calls \"down\"");
        assertThat(Scripts.problem(Scripts.file("export function upgrade(op) {}\nexport function upgradeUsers(op) {}")))
                .isEmpty();
        assertThat(Scripts.problem(Scripts.file("export function* upgrade(op) { op.dropTable('t') }")))
                .startsWith("x.js:2:1 \"export function* upgrade\" upgrade is a generator");
    }

    @Test
    void aModuleThatIsNoneOfTheProjectIsToldWhereItIsNamed() {
        assertThat(Scripts.problem(Scripts.file("import fs from 'fs'\nexport function upgrade(op) {}")))
                .startsWith("x.js:2:17 \"fs\" there is no module \"fs\" for scripts");
        assertThat(Scripts.problem(
                        Scripts.file("import x from 'https://example.com/x.js'\nexport function upgrade(op) {}")))
                .startsWith("x.js:2:16 \"https://example.com/x.js\" there is no module");
    }

    @Test
    void promisesMaySettleAndNothingElse() {
        assertThat(Scripts.problem(Scripts.file("export async function upgrade(op) { await 1; op.dropTable('t') }")))
                .isEmpty();
        assertThat(Scripts.problem(Scripts.file("export async function upgrade(op) { await 1; op.dropTabel('t') }")))
                .startsWith("x.js:2:46 \"op.dropTabel\" op has no method");
        assertThat(Scripts.problem(
                        Scripts.file("export async function upgrade(op) { await null; throw new Error('no') }")))
                .contains("Error: no");
        assertThat(Scripts.problem(Scripts.file("export async function upgrade(op) { await new Promise(() => {}) }")))
                .contains("upgrade waits for a promise that nothing in the script can settle");
        assertThat(Scripts.problem(Scripts.file("await new Promise(() => {})\nexport function upgrade(op) { }")))
                .contains("the module waits for a promise that nothing in the script can settle");
    }

    @Test
    void importsAreReadBesideTheScriptAndTheirPlacesAreTheirOwn() {
        Map<String, String> modules = Map.of(
                "lib/types.js",
                """
                import { digits } from './numbers.js'
                export const money = (t, name) => t.column(name, `decimal(${digits},2)`)
                """,
                "lib/numbers.js",
                "export const digits = 12\n",
                "lib/wrong.js",
                "export function f(op) {\n  op.dropTabel('t')\n}\n");

        assertThat(Scripts.problem(
                        Scripts.file("import { money } from './lib/types.js'\n"
                                + "export function upgrade(op) { op.createTable('t', t => money(t, 'a')) }"),
                        modules))
                .isEmpty();
        assertThat(Scripts.problem(
                        Scripts.file("import { f } from \"./lib/wrong.js\"\nexport function upgrade(op) { f(op) }"),
                        modules))
                .startsWith("lib/wrong.js:2:3 \"op.dropTabel\" op has no method");
        assertThat(Scripts.problem(
                        Scripts.file("import { f } from './lib/lost.js'\nexport function upgrade(op) { f(op) }"),
                        modules))
                .startsWith("x.js:2:20 \"./lib/lost.js\" there is no file \"lib/lost.js\"");
        assertThat(Scripts.problem(Scripts.file("import fs from 'fs'\nexport function upgrade(op) { }"), modules))
                .contains("fs");
        assertThat(Scripts.problem(
                        Scripts.file(
                                "export async function upgrade(op) { const name = './lib/numbers'; await import(name +"
                                        + " '.js') }"),
                        modules))
                .contains("numbers.js");
    }
}
