package dev.moonlet.lua.differential;

/** Breaks lines between the tokens of a program, so that every place has a line of its own. */
final class LineBreaks {

    private final Dice dice;

    LineBreaks(Dice dice) {
        this.dice = dice;
    }

    String in(String program) {
        int percent = dice.between(2, 30);
        StringBuilder broken = new StringBuilder();
        for (String token : Pieces.tokens(program)) {
            broken.append(token);
            if (dice.chance(percent)) {
                broken.append('\n');
            }
        }
        return broken.toString();
    }
}
