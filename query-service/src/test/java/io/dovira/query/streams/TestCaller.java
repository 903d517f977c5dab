package io.dovira.query.streams;

import io.dovira.access.Caller;
import io.dovira.access.EventScope;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** An integrator of the offices and events in the headers {@value #OFFICES} and {@value #EVENTS}, or of all if there are none. */
final class TestCaller implements HandlerMethodArgumentResolver {
    static final String OFFICES = "X-Offices";
    static final String EVENTS = "X-Events";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String offices = request.getHeader(OFFICES);
        OfficeScope scope = offices == null
                ? OfficeScope.all()
                : OfficeScope.only(
                        Arrays.stream(offices.split(",")).map(OfficeId::new).collect(Collectors.toSet()));
        String events = request.getHeader(EVENTS);
        return new Caller(
                "legal-aid-centre",
                Set.of("integrator"),
                scope,
                events == null ? EventScope.all() : EventScope.only(Set.of(events.split(","))));
    }
}
