*** Settings ***
Documentation       Calls beside data: over Bluetooth, over the inserted SIM, and what Apple CarPlay takes over.
Resource            steps.resource

*** Test Cases ***
With Data Over The Embedded SIM Calls Go Over Bluetooth
    [Documentation]    faq:173
    [Tags]    R-DATA-3    pcm-4.0    pcm-4.1    pcm-5.0
    Expect Data    embedded
    Call Over Bluetooth
    Expect Data    embedded

With Data Over The Embedded SIM A Call Over The Inserted One Is Refused
    [Tags]    R-DATA-3    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    Sim Insert    voice_only
    Expect Data    embedded
    Expect Refused    sim call out    embedded_carries_data

A Number Dialled Over The SIM Is Refused With The Reason
    [Tags]    R-DATA-3    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    Sim Insert    voice_only
    Go    dial_number
    Tap    dial_number
    Type    0495550199
    Expect Refused    ok    embedded_carries_data

With Data Over The Inserted SIM Calls Go Over Bluetooth
    [Documentation]    faq:175
    [Tags]    R-DATA-4    pcm-4.0    pcm-4.1    pcm-5.0
    Data Over The Inserted Sim    2G
    Call Over Bluetooth
    Expect Data    inserted

On LTE A Call Over The SIM And Data Run Together
    [Tags]    R-DATA-4    pcm-4.0    pcm-4.1    pcm-5.0
    Data Over The Inserted Sim    LTE
    Call Over The Sim
    Expect Data    inserted

On LTE The Operator May Not Allow Both Together
    [Tags]    R-DATA-4    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    Sim Insert    no_volte
    Call Over The Sim
    Expect Data    none
    Expect Reason    provider_no_voice_and_data

On 2G A Call Over The SIM Suspends Data Until It Ends
    [Tags]    R-DATA-4    pcm-4.0    pcm-4.1    pcm-5.0
    Data Over The Inserted Sim    2G
    Call Over The Sim
    Expect Data    none
    Expect Reason    call_on_2g
    Sim Call    end
    Expect Data    inserted
    Expect Reason    data_back

Calls Over The SIM Depend On The Country
    [Tags]    R-DATA-4    pcm-4.0    pcm-4.1    pcm-5.0
    Country    CA
    Sim Insert    no_pin
    Expect Data    inserted
    Expect Refused    sim call out    needs_sim_calls

With Data Over The Hotspot Calls Go Over Bluetooth
    [Documentation]    faq:177
    [Tags]    R-DATA-5    pcm-4.0    pcm-4.1    pcm-5.0
    Join The Hotspot Of The Phone
    Call Over Bluetooth
    Expect Data    hotspot

On 2G Of The Phone A Call Suspends The Data Of Its Hotspot
    [Tags]    R-DATA-5    pcm-4.0    pcm-4.1    pcm-5.0
    Join The Hotspot Of The Phone
    Phone Network    2G
    Phone Call    in
    Ok
    Expect Data    none
    Expect Reason    call_on_2g
    Phone Call    end
    Expect Data    hotspot

CarPlay Takes The Bluetooth Connections And Gives Them Back
    [Documentation]    faq:223
    [Tags]    R-CALL-1
    Phone Pair
    Expect State    bluetooth    on
    Phone Carplay    on
    Expect Overlay    carplay_took_bluetooth
    Expect State    bluetooth    off
    Ok
    Phone Carplay    off
    Expect State    bluetooth    on

A Call Moves To CarPlay And Comes Back
    [Tags]    R-CALL-1
    Call Over Bluetooth
    Phone Carplay    on
    Expect State    call    idle
    Ok
    Phone Carplay    off
    Expect State    call    active
    Expect State    call_over    bluetooth

*** Keywords ***
Call Over Bluetooth
    Phone Pair
    Phone Call    in
    Ok
    Expect State    call    active
    Expect State    call_over    bluetooth

Data Over The Inserted Sim
    [Arguments]    ${technology}
    Country    IT
    Sim Insert    no_pin
    Network Is    home    ${technology}
    Expect Data    inserted

Call Over The Sim
    Sim Call    out
    Sim Call    answer
    Expect State    call_over    sim
