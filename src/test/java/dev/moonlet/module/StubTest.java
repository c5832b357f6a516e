package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.Text;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Signature;
import dev.moonlet.module.signature.Types;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

/** What editors get to know of a module. */
class StubTest {

    private static final ObjectType<String> BOX =
            ObjectType.named("shop.Box", String.class)
                    .field(new Field("size", Types.INTEGER, "in cm"), _ -> LuaValue.ONE)
                    .method(ModuleFunction.named("open").takes("how", Types.ANY));

    private static Definition shop() {
        return Definition.of("shop", "Sells things.")
                .with("VERSION", Text.of("1"))
                .member("back", "shop.back")
                .with(BOX)
                .with(
                        ModuleFunction.named("buy")
                                .described("Buys some.")
                                .takes(
                                        "items",
                                        Types.array(
                                                Types.record(
                                                        "shop.Item",
                                                        new Field(
                                                                "price",
                                                                Types.NUMBER,
                                                                "in cents"))))
                                .takes("count", Types.INTEGER, LuaValue.ONE)
                                .takes(
                                        "each",
                                        Types.optional(
                                                Types.function(
                                                        Signature.NONE.returning(Types.BOOLEAN))))
                                .takesRest(Types.map(Types.STRING, Types.ANY))
                                .returnsOrFails(BOX));
    }

    @Test
    void saysWhatTheSignaturesSay() {
        assertThat(Stub.of(shop()))
                .isEqualTo(
                        """
                        ---@meta shop

                        ---@class shop.Item
                        ---@field price number in cents

                        ---@class shop.Box
                        ---@field size integer in cm
                        local Box = {}

                        ---@param how? any
                        function Box:open(how) end

                        ---Sells things.
                        ---@class shop
                        ---@field VERSION string
                        ---@field back shop.back
                        local shop = {}

                        ---Buys some.
                        ---@param items shop.Item[]
                        ---@param count? integer
                        ---@param each? (fun(): boolean)?
                        ---@param ... table<string, any>
                        ---@return shop.Box?
                        ---@return errors.Error?
                        function shop.buy(items, count, each, ...) end

                        return shop
                        """);
    }
}
