package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.signature.Types;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/** All states share a module's table, and none can change what another sees. */
class SharedTablesTest {

    private static final ObjectType<String> CARD =
            ObjectType.named("shop.Card", String.class)
                    .method(ModuleFunction.named("open").does(_ -> LuaValue.TRUE));

    private final AtomicInteger asked = new AtomicInteger();
    private final TestKit kit = TestKit.of(this::shop);

    private Definition shop() {
        asked.incrementAndGet();
        Table sizes = new Table();
        sizes.put(1, Text.of("small"));
        return Definition.of("shop", "Sells things.")
                .with("SIZES", sizes)
                .with("NAME", Text.of("corner"))
                .with(CARD)
                .with(ModuleFunction.named("card").returns(CARD).does(_ -> CARD.of("a card")))
                .with(ModuleFunction.named("order").returns(Types.TABLE).does(_ -> new Table()));
    }

    @Test
    void areMadeOnce() {
        Object first = kit.run("local s = require 'shop' return tostring(s) .. tostring(s.card)");
        Object second = kit.run("local s = require 'shop' return tostring(s) .. tostring(s.card)");

        assertThat(second).isEqualTo(first);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.NAME = 'x'",
                "shop.new = 'x'",
                "shop.card = nil",
                "rawset(shop, 'NAME', 'x')",
                "rawset(shop, 'new', 'x')",
                "setmetatable(shop, {__index = function() return 'x' end})",
                "table.insert(shop, 'x')",
                "shop.SIZES[1] = 'x'",
                "shop.SIZES[2] = 'x'",
                "table.insert(shop.SIZES, 'x')",
                "table.remove(shop.SIZES)",
                "shop.SIZES.n = 1",
                "table.move({'x'}, 1, 1, 1, shop.SIZES)",
                "setmetatable(shop.SIZES, {})",
                "shop.card().open = nil",
                "shop.card().new = 'x'",
                "setmetatable(shop.card(), {})",
                "getmetatable(shop.card()).__index = {}"
            })
    void stayAsTheyAre(String write) {
        Object before = seen();

        Object refused =
                kit.run(
                        "local shop = require 'shop' return not pcall(function() %s end)"
                                .formatted(write));

        assertThat(refused).isEqualTo(true);
        assertThat(seen()).isEqualTo(before);
    }

    private Object seen() {
        return List.of(
                String.valueOf(
                        kit.run(
                                """
                                local shop = require 'shop'
                                local seen = {}
                                for key, value in pairs(shop) do
                                  seen[#seen + 1] = key .. tostring(value)
                                end
                                for key, value in pairs(shop.SIZES) do
                                  seen[#seen + 1] = key .. value
                                end
                                table.sort(seen)
                                return table.concat(seen, ","), getmetatable(shop) == nil,
                                  tostring(shop.card().open), shop.card().new == nil,
                                  shop.new == nil\
                                """)));
    }

    @Test
    void holdWhatFunctionsReturnAsAnybodysOwn() {
        assertThat(
                        kit.run(
                                """
                                local order = require 'shop'.order()
                                order.item = 'pen'
                                return order.item, require 'shop'.order().item == nil\
                                """))
                .isEqualTo(List.of("pen", true));
    }

    @Test
    void giveAllObjectsOneMetatable() {
        LuaUserdata one = (LuaUserdata) CARD.of("one");
        LuaUserdata other = (LuaUserdata) CARD.of("other");

        assertThat(one.m_metatable).isSameAs(other.m_metatable);
        assertThat(((Table) one.m_metatable).frozen()).isTrue();
        assertThat(((Table) one.m_metatable.rawget("__index")).frozen()).isTrue();
    }
}
