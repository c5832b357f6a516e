package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;

/** The table {@code string}. */
public final class StringLibrary {

    private StringLibrary() {}

    public static Table table() {
        Table string = new Table();
        define(string, "byte", new Bytes());
        LibraryFunction.define(string, "char", Bytes::ofValues);
        define(string, "find", Find.find());
        define(string, "match", Find.match());
        LibraryFunction.define(string, "format", Format::apply);
        LibraryFunction.define(string, "gmatch", Gmatch::of);
        LibraryFunction.define(string, "gsub", Gsub::apply);
        define(string, "len", new Len());
        LibraryFunction.define(string, "lower", Letters::lower);
        LibraryFunction.define(string, "upper", Letters::upper);
        LibraryFunction.define(string, "reverse", Letters::reverse);
        LibraryFunction.define(string, "pack", Pack::apply);
        LibraryFunction.define(string, "packsize", Pack::size);
        LibraryFunction.define(string, "unpack", StringUnpack::apply);
        LibraryFunction.define(string, "rep", Rep::apply);
        define(string, "sub", new Sub());
        return string;
    }

    private static void define(Table string, String name, Function function) {
        string.put(Interned.of(name), function);
    }
}
