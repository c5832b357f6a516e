package dev.moonlet.lua.differential;

/** The parts of the grammar, which know each other through it. */
final class Grammar {

    final Draft draft;
    final Dice dice;
    final Expressions expressions;
    final Numbers numbers;
    final Texts texts;
    final Tables tables;
    final Truths truths;
    final Functions functions;
    final Calls calls;
    final Objects objects;
    final Statements statements;
    final Assignments assignments;
    final Loops loops;
    final Jumps jumps;
    final Closures closures;
    final Mistakes mistakes;
    final Orders orders;
    final Library library;
    final Kinds kinds;
    final Oddities oddities;

    Grammar(Draft draft) {
        this.draft = draft;
        dice = draft.dice();
        expressions = new Expressions(this);
        numbers = new Numbers(this);
        texts = new Texts(this);
        tables = new Tables(this);
        truths = new Truths(this);
        functions = new Functions(this);
        calls = new Calls(this);
        objects = new Objects(this);
        statements = new Statements(this);
        assignments = new Assignments(this);
        loops = new Loops(this);
        jumps = new Jumps(this);
        closures = new Closures(this);
        mistakes = new Mistakes(this);
        orders = new Orders(this);
        library = new Library(this);
        kinds = new Kinds(this);
        oddities = new Oddities(this);
    }
}
