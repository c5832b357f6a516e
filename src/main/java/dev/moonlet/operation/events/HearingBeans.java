package dev.moonlet.operation.events;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tells the beans that listen, once all beans are there: a listener may emit events itself. */
@Component
final class HearingBeans implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(HearingBeans.class);

    private final Events events;
    private final ObjectProvider<EventListener> listeners;

    HearingBeans(Events events, ObjectProvider<EventListener> listeners) {
        this.events = events;
        this.listeners = listeners;
    }

    @Override
    public void afterSingletonsInstantiated() {
        listeners.orderedStream().map(Hearing::new).forEach(each -> events.add(each.subscription));
    }

    /** One bean, which has a thread while there is something to hear. */
    private static final class Hearing {

        private final EventListener listener;
        private final Subscription subscription;
        private final AtomicBoolean hears = new AtomicBoolean();

        Hearing(EventListener listener) {
            this.listener = listener;
            if (!EventNames.isPattern(listener.pattern())) {
                throw new IllegalStateException(
                        "%s listens to '%s': write orders.created, orders.* or *"
                                .formatted(listener.getClass().getName(), listener.pattern()));
            }
            subscription = new Subscription(listener.pattern(), this::arrived);
        }

        private void arrived() {
            if (hears.compareAndSet(false, true)) {
                Thread.ofVirtual().name("events").start(this::hear);
            }
        }

        private void hear() {
            for (Event next = subscription.poll(); next != null; next = subscription.poll()) {
                hear(next);
            }
            hears.set(false);
            if (!subscription.isEmpty()) {
                arrived();
            }
        }

        private void hear(Event event) {
            try {
                listener.heard(event.name(), event.payload());
            } catch (Exception failure) {
                LOG.error("{} failed on {}", listener.getClass().getName(), event.name(), failure);
            }
        }
    }
}
