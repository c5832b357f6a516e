package dev.moonlet.module.text;

import dev.moonlet.lua.value.Poll;

/** A text that is searched: whoever reads its characters polls. */
public record Polled(String text) implements CharSequence {

    @Override
    public char charAt(int index) {
        Poll.poll();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public String subSequence(int from, int to) {
        return text.substring(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
