package dev.moonlet.module.json;

import com.networknt.schema.ExecutionContext;
import dev.moonlet.lua.value.Poll;

/** What a schema is evaluated in: every step polls, for small schemas can take for ever. */
class PollingContext extends ExecutionContext {

    @Override
    public void evaluationPathAddLast(String name) {
        Poll.poll();
        super.evaluationPathAddLast(name);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        Poll.poll();
        super.evaluationPathAddLast(index);
    }
}
