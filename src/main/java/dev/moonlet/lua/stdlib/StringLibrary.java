package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.value.Table;

/** The table {@code string}. */
public final class StringLibrary {

    private StringLibrary() {}

    public static Table table() {
        Table string = new Table();
        define(string, "byte", new Bytes());
        define(string, "char", Bytes::ofValues);
        define(string, "find", Find.find());
        define(string, "match", Find.match());
        define(string, "format", Format::apply);
        define(string, "gmatch", Gmatch::of);
        define(string, "gsub", Gsub::apply);
        define(string, "len", new Len());
        define(string, "lower", Letters::lower);
        define(string, "upper", Letters::upper);
        define(string, "reverse", Letters::reverse);
        define(string, "pack", Pack::apply);
        define(string, "packsize", Pack::size);
        define(string, "unpack", StringUnpack::apply);
        define(string, "rep", Rep::apply);
        define(string, "sub", new Sub());
        return string;
    }
}
