*** Settings ***
Documentation       Connect services: ordered in the store, shown in the PCM with their term, run out.
Resource            steps.resource

*** Test Cases ***
An Ordered Service Comes With A Restart
    [Documentation]    faq:169
    [Tags]    R-SRV-1
    Link The Car
    Portal Order    carfinder
    Expect State    service_carfinder    ordered
    Car Restart
    Expect State    service_carfinder    active
    Go    service_overview
    Tap    service_overview
    Expect Row    Carfinder

A Restart Brings The Service Once The Car Is Online
    [Tags]    R-SRV-1
    Link The Car
    Portal Order    carfinder
    Network Is    none
    Car Restart
    Expect State    service_carfinder    ordered
    ${told}=    Why    service carfinder
    Should Contain    ${told}    [no_network]
    Network Is    home
    Car Restart
    Expect State    service_carfinder    active

The Term Of A Service Goes Down
    [Documentation]    faq:259
    [Tags]    R-SRV-2
    Language    en
    Link The Car
    Go    service_overview
    Tap    service_overview
    Expect Row    Internet radio    text=Days left: 92
    Pass Time    90 days
    Go    service_overview
    Tap    service_overview
    Expect Row    Internet radio    text=Days left: 2

A Service That Has Run Out Says So
    [Tags]    R-SRV-2
    Link The Car
    Pass Time    93 days
    Expect State    service_online_radio    expired
    Expect State    services    3
    ${told}=    Why    service online_radio
    Should Contain    ${told}    [service_expired]

A Cancelled Service Runs To Its End
    [Documentation]    faq:84
    [Tags]    R-SRV-3
    Link The Car
    Portal Renew    online_radio    on
    Portal Cancel    online_radio
    Pass Time    91 days
    Expect State    service_online_radio    active
    Pass Time    2 days
    Expect State    service_online_radio    expired

A Service With Renewal Goes On
    [Documentation]    faq:81-82
    [Tags]    R-SRV-3
    Link The Car
    Portal Renew    online_radio    on
    Pass Time    93 days
    Expect State    service_online_radio    active
