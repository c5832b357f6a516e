package dev.moonlet.http;

import java.io.IOException;
import org.apache.catalina.Host;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers what Tomcat refuses by itself with a problem, in the place of Tomcat's own page. */
@Component
final class ReportRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRefusals.class);

    private final Problems problems;

    ReportRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                host.getPipeline().addValve(new Valve(problems));
            }
            if (context.getParent() instanceof StandardHost host) {
                // or it would add one of Tomcat's
                host.setErrorReportValveClass(Valve.class.getName());
            }
        });
    }

    private static final class Valve extends ErrorReportValve {

        private final Problems problems;

        Valve(Problems problems) {
            this.problems = problems;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                problems.report(response, status);
            } catch (IOException left) {
                LOG.debug("nobody hears of the refusal", left);
            }
        }
    }
}
