package dev.moonlet.module.http;

import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.ObjectType;

/**
 * That another server is to answer.
 *
 * @param options where and how, fit for their type
 */
record ForwardValue(Table options) implements Held {

    static final ObjectType<ForwardValue> TYPE =
            ObjectType.named("http.Forward", ForwardValue.class);
}
