package dev.moonlet.module.text;

import com.google.re2j.Matcher;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import java.util.Map;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Finds what a regular expression matches. */
final class Search {

    private Search() {}

    static Varargs match(Arguments given) {
        Matcher matcher = Subject.of(given).matcher(given);
        return matcher.find() ? groups(matcher) : LuaValue.NIL;
    }

    static Varargs find(Arguments given) {
        Subject subject = Subject.of(given);
        Matcher matcher = subject.matcher(given);
        if (!matcher.find()) {
            return LuaValue.NIL;
        }
        LuaValue first = LuaInt.of(subject.bytesBefore(matcher.start()) + 1);
        LuaValue last = LuaInt.of(subject.bytesBefore(matcher.end()));
        return matcher.groupCount() == 0
                ? LuaValue.varargsOf(first, last)
                : LuaValue.varargsOf(first, last, groups(matcher));
    }

    static Varargs findAll(Arguments given) {
        Matcher matcher = Subject.of(given).matcher(given);
        Table all = new Table();
        for (int i = 1; matcher.find(); i++) {
            Poll.poll();
            all.put(i, matcher.groupCount() == 0 ? Text.of(matcher.group()) : table(matcher));
        }
        return all;
    }

    /** The groups, nil where one matched nothing; or the whole match, if there are none. */
    private static Varargs groups(Matcher matcher) {
        int count = matcher.groupCount();
        if (count == 0) {
            return Text.of(matcher.group());
        }
        LuaValue[] groups = new LuaValue[count];
        for (int i = 1; i <= count; i++) {
            groups[i - 1] = group(matcher, i, LuaValue.NIL);
        }
        return LuaValue.varargsOf(groups);
    }

    /** The groups by number and name, false where one matched nothing. */
    private static Table table(Matcher matcher) {
        Table groups = new Table();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.put(i, group(matcher, i, LuaValue.FALSE));
        }
        for (Map.Entry<String, Integer> name : matcher.pattern().namedGroups().entrySet()) {
            groups.put(Text.of(name.getKey()), groups.get((long) name.getValue()));
        }
        return groups;
    }

    private static LuaValue group(Matcher matcher, int i, LuaValue otherwise) {
        String group = matcher.group(i);
        return group == null ? otherwise : Text.of(group);
    }
}
